import type { importReportEndpoint } from '#shared/contract/payments/reports.ts';
import { sumCents, type Cents } from '#shared/domain/money.ts';
import { movementTotals, type Movement } from '#shared/domain/payments/movement.ts';
import {
  areEnough,
  columnFields,
  type ChosenColumns,
} from '#shared/domain/payments/reports/chosen-columns.ts';
import {
  isOfAnother,
  knownLayout,
  readReport,
  titlesOf,
  type ReportReading,
} from '#shared/domain/payments/reports/read-report.ts';
import {
  leftOutBecause,
  type Report,
  type ReportedPayout,
} from '#shared/domain/payments/reports/report.ts';
import type { ReportRow } from '#shared/domain/payments/reports/row.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { keepMovements } from '#functions/stores/movements.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import { listPlatformPayments } from '#functions/stores/platform-payments.ts';
import { receiveEvents } from '#functions/stores/received-events.ts';
import {
  findReportColumns,
  keepReportColumns,
  type ReportColumns,
} from '#functions/stores/report-columns.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { readTable } from './read-table.ts';
import { eventsOf, movementsMax } from './report-events.ts';

type ImportCall = Call<typeof importReportEndpoint>;

/**
 * Reads the file of a platform and says what it found; once confirmed, writes it in the inbox as
 * events whose ids are those of the file. From there it goes the way of messages: brought twice, or
 * beside them, nothing counts twice. A file with one unreadable row, or of another platform, brings
 * nothing.
 */
export const importReport: UseCase<typeof importReportEndpoint> = async (call) => {
  const { scope, params, query } = call;
  const table = await tableOf(call);
  if (!table.ok) return table;
  const { rows, header } = table.value;
  const headerSha256 = sha256Hex(JSON.stringify(header?.cells ?? []));
  const chosen = await columnsOf(call, header, headerSha256);
  if (chosen === 'report_columns_wrong') return reject(chosen, 'columns');
  const known = await knownAmounts(scope, params.provider);
  const reading = readReport(rows, { known, ...chosen, ...(query.unit && { unit: query.unit }) });
  if (!reading) return reject('report_empty');
  if (reading.kind === 'needsUnit') return accept(reading);
  if (reading.kind === 'needsColumns') return accept(reading);
  const report = withoutOversized(reading.report);
  if (query.step === 'preview') return accept(await viewOf(call, reading, report));
  if (report.problems.length > 0) return reject('report_rows_wrong');
  await bringIn(call, report);
  if (header && chosen?.columns)
    await commit([
      keepReportColumns(scope, params.provider, headerSha256, {
        columns: { ...chosen.columns },
        unit: reading.unit,
      }),
    ]);
  return accept({ ...(await viewOf(call, reading, report)), imported: true });
};

/** The rows of the file; its titles when nobody knows such a file. */
async function tableOf({ params, bytes }: ImportCall) {
  const table = await readTable(bytes);
  if (!table.ok) return table;
  const rows = table.value;
  const recognised = knownLayout(rows);
  if (recognised && isOfAnother(recognised.layout, params.provider))
    return reject('report_other_platform', 'provider');
  return accept({ rows, header: recognised ? undefined : titlesOf(rows) });
}

/** The columns that were named now, or the last time that a file had these titles. */
async function columnsOf(
  { scope, params, query }: ImportCall,
  header: ReportRow | undefined,
  headerSha256: string,
): Promise<{ columns?: ChosenColumns; unit?: ReportColumns['unit'] } | 'report_columns_wrong'> {
  if (!header) return {};
  if (query.columns !== undefined) {
    const columns = columnsIn(query.columns);
    return areEnough(columns, header.cells.length) ? { columns } : 'report_columns_wrong';
  }
  const kept = await findReportColumns(scope, params.provider, headerSha256);
  return kept ? { columns: fromRecord(kept.columns), unit: kept.unit } : {};
}

const fromRecord = (record: Readonly<Record<string, number>>): ChosenColumns =>
  Object.fromEntries(
    columnFields.flatMap((field) => {
      const place = record[field];
      return place === undefined ? [] : [[field, place]];
    }),
  );

const columnsIn = (text: string): ChosenColumns =>
  fromRecord(
    Object.fromEntries(
      text.split(',').map((pair) => {
        const [field = '', place = ''] = pair.split(':');
        return [field, Number(place)];
      }),
    ),
  );

async function knownAmounts(
  scope: CoopScope,
  provider: string,
): Promise<ReadonlyMap<string, Cents>> {
  const payments = await listPlatformPayments(scope);
  return new Map(
    payments.flatMap(({ id, charge, provider: own }): [string, Cents][] =>
      own === provider && charge ? [[id, charge.grossCents]] : [],
    ),
  );
}

/** A payout is one event: one with more lines than an event holds is left to a person. */
function withoutOversized(report: Report): Report {
  const problems = report.payouts
    .filter(({ lines }) => lines.length > movementsMax)
    .map(({ id }) => ({
      row: 0,
      message: `Le versement ${id} a plus de ${movementsMax} lignes. Demandez son détail au siège.`,
    }));
  return { ...report, problems: [...report.problems, ...problems] };
}

async function bringIn(call: ImportCall, report: Report): Promise<void> {
  const { scope, params, bytes, actor, now, requestId } = call;
  const fileSha256 = sha256Hex(bytes);
  await commit([
    recordAct(scope, {
      act: 'import-report',
      target: `${params.provider}.${fileSha256}`,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  const imported = eventsOf(report, fileSha256);
  for (const { movements } of imported) await keepMovements(scope, movements);
  const common = { provider: params.provider, receivedAt: now, endpoint: 'file' };
  await receiveEvents(
    scope,
    imported.map(({ event }) => ({ ...common, ...event })),
  );
}

const payoutsShownMax = 200;
const problemsShownMax = 50;

async function viewOf(
  { scope, params }: ImportCall,
  { layout, unit }: Extract<ReportReading, { kind: 'read' }>,
  { payouts, awaiting, unnamed, leftOut, problems }: Report,
) {
  const shown = payouts.slice(0, payoutsShownMax);
  return {
    kind: 'read' as const,
    layout,
    unit,
    payouts: await Promise.all(shown.map((payout) => payoutView(scope, params.provider, payout))),
    awaiting: countOf(awaiting),
    unnamed: unnamed
      .slice(0, payoutsShownMax)
      .map(({ arrivalOn, lines }) => ({ arrivalOn, ...countOf(lines) })),
    leftOut: leftOut.map(({ reason, count }) => ({ reason: leftOutBecause[reason], count })),
    problemCount: problems.length,
    problems: problems.slice(0, problemsShownMax),
    imported: false,
  };
}

const countOf = (movements: readonly Movement[]) => ({
  count: movements.length,
  grossCents: sumCents(movements.map(({ grossCents }) => grossCents)),
});

async function payoutView(scope: CoopScope, provider: string, payout: ReportedPayout) {
  const known = await findPayout(scope, provider, payout.id);
  const isBooked = known?.entryId !== undefined || known?.withoutEntry === true;
  return {
    id: payout.id,
    arrivalOn: payout.arrivalOn,
    ...movementTotals(payout.lines),
    lineCount: payout.lines.length,
    state: isBooked ? ('booked' as const) : known ? ('known' as const) : ('new' as const),
  };
}
