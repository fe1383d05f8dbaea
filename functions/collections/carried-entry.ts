import {
  carryEntry,
  needsEntry,
  type Carry,
  type KnownPlace,
} from '#shared/domain/collections/carry.ts';
import type { Collection } from '#shared/domain/collections/collection.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { postEntry } from '#shared/domain/ledger/post-entry.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { postingBy } from '#functions/platform/posting.ts';
import { findCollection, findFamily } from '#functions/stores/collections.ts';
import { appendEntries, findEntry } from '#functions/stores/entries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import type { Write } from '#functions/stores/table.ts';
import { findYear } from '#functions/stores/years.ts';
import type { Signed } from './act-of.ts';

/** The family and the collecte that money goes to: an open one. */
export async function targetOf(scope: CoopScope, to: KnownPlace) {
  const collection = await findCollection(scope, to.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found', 'to');
  if (collection.status !== 'open') return reject('collection_closed', 'to');
  const family = await findFamily(scope, collection.id, to.familyId);
  return family ? accept({ collection, family }) : reject('family_unknown', 'to');
}

interface Made {
  readonly made: { readonly entryId?: string };
  readonly writes: readonly Write[];
}

/** The entry that follows the money, when it is in the books and they tell the collectes apart. */
export async function carriedEntry(
  { actor, scope, now, today }: Signed & { readonly scope: CoopScope },
  carry: Carry,
  { from, to }: { readonly from: Collection; readonly to: Collection },
  isBooked: boolean,
) {
  if (carry.carriedOn > today) return reject('date_in_future');
  if (!isBooked || !needsEntry(from, to)) return accept<Made>({ made: {}, writes: [] });
  if (await findEntry(scope, carry.id)) return reject('entry_id_reused');
  const year = await findYear(scope, fiscalYearIdOf(carry.carriedOn));
  if (!year) return reject('date_outside_fiscal_year');
  const posting = postingBy(actor.userId, now, today);
  const posted = postEntry(carryEntry(carry, from, to), { year, chart: chart2024 }, posting);
  if (!posted.ok) return posted;
  const writes = appendEntries(scope, year, [posted.value]);
  return accept<Made>({ made: { entryId: carry.id }, writes });
}
