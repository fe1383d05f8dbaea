import type { Day } from '#shared/domain/dates.ts';
import { heldCents } from './books.ts';
import { demoAccounts } from './accounts.ts';
import { openContribution, openTrip } from './collections.ts';
import type { ToldCoop } from './load.ts';
import { payOuting } from './paid-outing.ts';
import { holderOf } from './people.ts';
import { sendAs } from './send-as.ts';

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
 * Goes on with the demonstration through the portal itself: the collectes, an outing that is paid,
 * the CRFs filed, accepted or returned. A step that the portal refuses is told, and the others go on.
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
  await orTell(payOuting(origin, today));
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
