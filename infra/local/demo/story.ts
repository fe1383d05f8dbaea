import { addDays, type Day } from '#shared/domain/dates.ts';
import { openSession } from '#functions/stores/sessions.ts';
import { sessionCookie } from '#functions/platform/cookies.ts';
import { heldCents } from './books.ts';
import { demoAccounts } from './accounts.ts';
import { demoId } from './chance.ts';
import { mainCoopId } from './coops.ts';
import type { ToldCoop } from './load.ts';
import { holderOf } from './people.ts';

type Send = (method: string, path: string, body?: unknown) => Promise<void>;

/** Speaks to the portal as a signed-in person does: its own routes, rules and refusals. */
async function sendAs(origin: string, userId: string): Promise<Send> {
  const sessionId = await openSession(userId, new Date().toISOString());
  const cookie = sessionCookie(sessionId).split(';')[0] ?? '';
  return async (method, path, body) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { cookie, origin, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const said = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${said}`);
  };
}

const pupils = [
  ...['Léa M.', 'Adam B.', 'Jade R.', 'Noah T.', 'Emma L.', 'Rayan K.', 'Lina S.', 'Hugo P.'],
  ...['Chloé D.', 'Louis G.', 'Inès A.', 'Gabriel V.', 'Manon C.', 'Sacha F.', 'Zoé N.'],
  ...['Tom H.', 'Alice J.', 'Yanis O.', 'Rose E.', 'Maël I.', 'Nina Q.', 'Paul U.', 'Sarah W.'],
  ...['Ethan Y.', 'Julia Z.', 'Naël B.', 'Louna M.', 'Axel D.', 'Mila R.', 'Théo L.'],
];

/** A class trip to be paid by thirty families: the collecte of the acceptance story. */
async function openTrip(origin: string, today: Day): Promise<void> {
  const send = await sendAs(origin, 'demo-mandataire');
  const opened = addDays(today, -6);
  const collectionId = demoId(opened, 'trip');
  await send('PUT', `/api/coops/${mainCoopId}/collections/${collectionId}`, {
    title: 'Classe de mer des CM2',
    purpose: 'Trois jours au bord de la mer : car, hébergement et ateliers.',
    accountNumber: '7080',
    expectedCents: 4_500,
    dueOn: addDays(today, 24),
    instalments: [-6, 9, 24].map((days) => ({
      dueOn: addDays(today, days),
      amountCents: 1_500,
    })),
    startsOn: addDays(today, 40),
    endsOn: addDays(today, 42),
    capacity: 32,
    paymentPage: {
      provider: 'helloasso',
      url: 'https://www.helloasso.com/associations/cooperative-de-demonstration/evenements/classe-de-mer',
    },
    families: pupils.map((pupil) => ({
      id: demoId(opened, `family ${pupil}`),
      pupil,
      className: 'CM2',
    })),
  });
}

/** The free contribution of the year: no amount is asked of anybody. */
async function openContribution(origin: string, today: Day): Promise<void> {
  const send = await sendAs(origin, 'demo-mandataire');
  const opened = addDays(today, -6);
  const collectionId = demoId(opened, 'contribution');
  const base = `/api/coops/${mainCoopId}/collections/${collectionId}`;
  const familyIdOf = (pupil: string) => demoId(opened, `contribution ${pupil}`);
  await send('PUT', base, {
    kind: 'contribution',
    title: 'Participation volontaire de l’année',
    purpose: 'Livres, matériel et sorties de toutes les classes.',
    accountNumber: '7562',
    expectedCents: 0,
    dueOn: addDays(today, 54),
    families: pupils.slice(0, 12).map((pupil) => ({
      id: familyIdOf(pupil),
      pupil,
      className: 'CM2',
    })),
  });
  for (const [index, pupil] of pupils.slice(0, 4).entries())
    await send('POST', `${base}/payments`, {
      id: demoId(opened, `gift ${pupil}`),
      familyId: familyIdOf(pupil),
      means: index === 3 ? 'cash' : 'cheque',
      amountCents: 1_000 + 500 * index,
      ...(index !== 3 && { chequeNumber: `800410${index}` }),
      paidOn: addDays(today, -2),
    });
}

const coins = [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

/** The fewest notes and coins that make an amount. */
function counted(amountCents: number) {
  let rest = amountCents;
  return coins.flatMap((denominationCents) => {
    const count = Math.floor(rest / denominationCents);
    rest -= count * denominationCents;
    return count === 0 ? [] : [{ denominationCents, count }];
  });
}

/** Fills and files the CRF of the past year, as its mandate holder. */
async function fileCrf(origin: string, { coop, past }: ToldCoop): Promise<void> {
  const send = await sendAs(origin, holderOf(coop).userId);
  const base = `/api/coops/${coop.coopId}/years/${past.year.id}`;
  const subsidyCents = -heldCents(past, '7410');
  await send('PUT', `${base}/crf/inputs`, {
    cashCount: counted(heldCents(past, '530')),
    subsidies:
      subsidyCents === 0
        ? []
        : [{ payer: `Commune de ${coop.city}`, amountCents: subsidyCents, purpose: 'Sorties' }],
  });
  await send('POST', `${base}/crf/submission`);
}

type Fate = 'filed' | 'accepted' | 'returned' | 'unfiled';

/** What became of each past year, by its rank: the main one is left for the visitor to file. */
const fates: readonly Fate[] = [
  'unfiled',
  'accepted',
  'filed',
  'accepted',
  'accepted',
  'returned',
  'filed',
  'accepted',
  'filed',
  'unfiled',
  'accepted',
  'unfiled',
  'filed',
];

async function decide(origin: string, { coop, past }: ToldCoop, fate: Fate): Promise<void> {
  if (fate !== 'accepted' && fate !== 'returned') return;
  const treasurer = demoAccounts.find(({ role }) => role === 'headOfficeTreasurer');
  const send = await sendAs(origin, treasurer?.userId ?? '');
  await send(
    'POST',
    `/api/departments/${coop.department}/years/${past.year.id}/crfs/${coop.coopId}/decision`,
    fate === 'accepted'
      ? { decision: 'accept' }
      : {
          decision: 'return',
          reason: 'Le don de juillet est à préciser : qui a donné, pour quoi ?',
        },
  );
}

/**
 * Goes on with the demonstration through the portal itself: the collecte, the CRFs filed, accepted
 * or returned. A step that the portal refuses is told, and the others go on.
 */
export async function tellStory(
  origin: string,
  told: readonly ToldCoop[],
  today: Day,
): Promise<void> {
  const orTell = (step: Promise<void>): Promise<void> =>
    step.catch((error: unknown) =>
      console.error(`demonstration: ${error instanceof Error ? error.message : 'failed'}`),
    );
  await orTell(openTrip(origin, today));
  await orTell(openContribution(origin, today));
  for (const one of told) {
    const fate = fates[ranks(told).indexOf(one.coop.coopId)] ?? 'unfiled';
    if (fate === 'unfiled') continue;
    await orTell(fileCrf(origin, one).then(() => decide(origin, one, fate)));
  }
}

/** The told cooperatives in one order, whichever was written first. */
const ranks = (told: readonly ToldCoop[]): readonly string[] =>
  told
    .toSorted((one, other) => one.coop.number.localeCompare(other.coop.number))
    .map(({ coop }) => coop.coopId);
