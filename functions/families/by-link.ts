import { setTimeout as sleep } from 'node:timers/promises';
import type { Collection, Family } from '#shared/domain/collections/collection.ts';
import {
  familyStanding,
  type FamilyPayment,
  type Standing,
} from '#shared/domain/collections/family-payment.ts';
import type { PaperCoop } from '#shared/domain/documents/payout-voucher.ts';
import { pageStateOf, type PageState } from '#shared/domain/families/page.ts';
import { paperCoopOf } from '#functions/platform/paper-coop.ts';
import { findCollection, findFamily } from '#functions/stores/collections.ts';
import { findFamilyLink } from '#functions/stores/family-links.ts';
import { listCarries, listPayments } from '#functions/stores/family-payments.ts';
import { coopScopeOf, type CoopScope } from '#functions/stores/scope.ts';

/** A family with what it paid, and nothing of any other. */
export interface OwnFamily {
  readonly family: Family & Standing;
  readonly payments: readonly FamilyPayment[];
}

/** What a link opens: a collecte, and the family when the link is a family's. */
export interface Opened {
  readonly scope: CoopScope;
  readonly collection: Collection;
  readonly coop: PaperCoop;
  readonly state: Exclude<PageState, 'hidden'>;
  readonly own?: OwnFamily | undefined;
}

/** 128 random bits and more; everything else is not even looked up. */
const tokenPattern = /^[\w-]{22,64}$/u;
/** Unknown, closed or cancelled: all take the same time, longer than any of the reads. */
const hiddenMs = 200;

/**
 * What the token opens; undefined, after the same time whatever the cause, when it opens nothing.
 * `evenEnded` opens the page of a family whatever became of the collecte: to ask for silence.
 */
export async function openedBy(token: string, evenEnded = false): Promise<Opened | undefined> {
  const startedAt = performance.now();
  const opened = tokenPattern.test(token) ? await read(token, evenEnded) : undefined;
  if (!opened) await sleep(Math.max(0, hiddenMs - (performance.now() - startedAt)));
  return opened;
}

async function read(token: string, evenEnded: boolean): Promise<Opened | undefined> {
  const place = await findFamilyLink(token);
  if (!place) return undefined;
  const scope = coopScopeOf(place.department, place.coopId);
  const [collection, coop] = await Promise.all([
    findCollection(scope, place.collectionId),
    paperCoopOf(scope),
  ]);
  if (!collection) return undefined;
  const own =
    place.familyId === undefined ? undefined : await ownOf(scope, collection, place.familyId);
  if (place.familyId !== undefined && !own) return undefined;
  const state = pageStateOf(collection.status, evenEnded || (own?.payments.length ?? 0) > 0);
  return state === 'hidden' ? undefined : { scope, collection, coop, state, own };
}

/** The family with its own payments: those of others are left behind here. */
export async function ownOf(
  scope: CoopScope,
  collection: Collection,
  familyId: string,
): Promise<OwnFamily | undefined> {
  const [family, payments, carries] = await Promise.all([
    findFamily(scope, collection.id, familyId),
    listPayments(scope, collection.id),
    listCarries(scope),
  ]);
  if (!family) return undefined;
  const paid = payments
    .filter((payment) => payment.familyId === familyId)
    .toSorted((one, other) => one.paidOn.localeCompare(other.paidOn));
  return {
    family: familyStanding(collection, family, { payments: paid, carries }),
    payments: paid,
  };
}
