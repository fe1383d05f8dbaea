import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, type Day } from '#shared/domain/dates.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { keepCoop, keepDepartment, keepProject } from '#functions/stores/coops.ts';
import { nationKey } from '#functions/stores/keys.ts';
import { coopScopeOf, departmentScopeOf } from '#functions/stores/scope.ts';
import { putAnyway, type Write } from '#functions/stores/table.ts';
import { keepEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { putAll } from './bulk.ts';
import { heldCents, tellBooks, type Books } from './books.ts';
import { chanceOf, demoId } from './chance.ts';
import { demoCoops, demoDepartments, mainCoopId, pastYearEntries, type DemoCoop } from './coops.ts';
import { demoFileNames } from './files.ts';
import { holderOf, peopleWrites, rolesSince } from './people.ts';
import { booksWrites, demoBankAccount } from './save-books.ts';
import { demoEndpoints } from './secrets.ts';
import { currentStatement } from './current-statement.ts';
import { writeCfonb120, writeOfx } from './statement-files.ts';
import { yearActs } from './year-acts.ts';

const currentEntries = 45;
/** What is enough for the cooperatives that only the head office looks at. */
const briefEntries = 3;

/** A cooperative whose past year is told, with its books: what a CRF can be made from. */
export interface ToldCoop {
  readonly coop: DemoCoop;
  readonly past: Books;
}

/** Fills an empty table with the demonstration: everybody and everything in it is invented. */
export async function loadDemo(today: Day, folder: string): Promise<readonly ToldCoop[]> {
  const writes: Write[] = [
    ...demoDepartments.flatMap((department) => [
      keepDepartment(departmentScopeOf(department.code), department),
      putAnyway({ ...nationKey(department.code), kind: 'association', name: department.name }),
    ]),
    ...demoCoops.map(({ department, ...coop }) =>
      keepCoop(coopScopeOf(department, coop.coopId), coop),
    ),
    ...peopleWrites(today),
    ...mainCoopWrites(today),
  ];
  const told: ToldCoop[] = [];
  for (const coop of demoCoops) {
    const { past, current } = booksOf(coop, today);
    const scope = coopScopeOf(coop.department, coop.coopId);
    writes.push(...(await booksWrites(scope, current, { folder })));
    if (!past) continue;
    const reconciled = demoBankAccount(coop.coopId, demoCoops.indexOf(coop));
    writes.push(...(await booksWrites(scope, past, { folder, reconciled })));
    if (coop.coopId === mainCoopId) await writeFiles(folder, past, current, today);
    told.push({ coop, past });
  }
  await putAll(writes);
  return told;
}

const projects = ['Classe de mer CM2', 'Jardin de l’école', 'Spectacle de fin d’année'] as const;

/** The projects of the main cooperative, and where platforms call for it. */
function mainCoopWrites(today: Day): readonly Write[] {
  const scope = coopScopeOf('06', mainCoopId);
  return [
    ...projects.map((name) => keepProject(scope, { id: demoId(rolesSince(today), name), name })),
    ...demoEndpoints.map(({ provider, scheme, token, secretName, apiKeyName }) =>
      keepEndpoint(token, {
        department: scope.department,
        coopId: scope.coopId,
        provider,
        scheme,
        mode: 'test',
        secretName,
        apiKeyName,
        status: 'live',
      }),
    ),
  ];
}

/** The books of a cooperative: its past year when it is told, its current one up to yesterday. */
function booksOf(coop: DemoCoop, today: Day) {
  const { coopId: seed, pupilCount } = coop;
  const chance = chanceOf(seed);
  const yearId = fiscalYearIdOf(today);
  const pastId = String(Number(yearId) - 1);
  const pastCount = pastYearEntries(coop);
  const common = { coopId: seed, by: holderOf(coop).userId };
  const before = {
    openingBankCents: chance.amount(900, 2_800),
    openingCashCents: chance.amount(10, 60),
  };
  const pastActs = { seed, yearId: pastId, until: addDays(rolesSince(today), 364), pupilCount };
  const past =
    pastCount === undefined
      ? undefined
      : tellBooks({
          ...common,
          ...before,
          yearId: pastId,
          acts: yearActs({ ...pastActs, count: pastCount }),
          firstChequeNumber: 4_510_000,
        });
  const count = past ? currentEntries : 0;
  const acts = yearActs({ seed, yearId, until: addDays(today, -1), count, pupilCount });
  const current = tellBooks({
    ...common,
    ...before,
    ...(past && {
      openingBankCents: heldCents(past, '512'),
      openingCashCents: heldCents(past, '530'),
    }),
    yearId,
    acts: past ? acts : acts.slice(0, briefEntries),
    firstChequeNumber: 4_520_000,
  });
  return { past, current };
}

/** The statement of the main cooperative's current year, in the two formats banks give. */
async function writeFiles(folder: string, past: Books, current: Books, today: Day): Promise<void> {
  const { accountRef } = demoBankAccount(mainCoopId, 0);
  const statement = currentStatement({ accountRef, past, current, today });
  const [ofx, cfonb] = demoFileNames;
  const files = join(folder, 'demo-files');
  await mkdir(files, { recursive: true });
  await writeFile(join(files, ofx), writeOfx(statement), 'latin1');
  await writeFile(join(files, cfonb), writeCfonb120(statement), 'latin1');
}
