import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { postEntryEndpoint } from '#shared/contract/ledger/post-entry.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { findYear } from '#functions/stores/years.ts';
import { listEntries } from '#functions/stores/entries.ts';
import { postEntry } from '#functions/ledger/post-entry.ts';
import { callOf, newCoop } from '#test/support/calls.ts';

const busTicket = (id = ulid(), amountCents = 1_850) =>
  postEntryEndpoint.request.parse({
    id,
    entry: {
      kind: 'expense',
      entryDate: '2026-03-12',
      label: 'Bus pour le musée',
      counterparty: 'Lignes d’Azur',
      treasuryAccountNumber: '512',
      paymentMeans: 'card',
      attachmentIds: [],
      noVoucherReason: 'Ticket perdu',
      splits: [{ accountNumber: '6180', amountCents }],
    },
  });

const post = (scope: CoopScope, body = busTicket()) =>
  runAgainIfStale(() =>
    postEntry(callOf(postEntryEndpoint, { scope, params: { coopId: scope.coopId }, body })),
  );

test('numbers the entry, seals it, and moves the balances of its accounts', async () => {
  const scope = await newCoop();
  expect(await post(scope)).toMatchObject({ ok: true, value: { status: 'posted', number: 1 } });
  expect(await findYear(scope, '2025')).toMatchObject({
    lastNumber: 1,
    balanceCents: { '512': -1850, '6180': 1850 },
  });
});

test('answers an exact retry as at first, and writes nothing more', async () => {
  const scope = await newCoop();
  const body = busTicket();
  const first = await post(scope, body);
  expect(await post(scope, body)).toEqual(first);
  expect(await listEntries(scope, '2025')).toHaveLength(1);
});

test('refuses the same id with another content', async () => {
  const scope = await newCoop();
  const id = ulid();
  await post(scope, busTicket(id));
  expect(await post(scope, busTicket(id, 1_851))).toEqual({
    ok: false,
    rejection: 'entry_id_reused',
  });
});

test('refuses a document that never came', async () => {
  const scope = await newCoop();
  const { id, entry } = busTicket();
  const body = { id, entry: { ...entry, attachmentIds: [ulid()] } };
  expect(await post(scope, body)).toEqual({
    ok: false,
    rejection: 'attachment_unknown',
    field: 'attachmentIds',
  });
  expect(await listEntries(scope, '2025')).toEqual([]);
});

test('gives twenty writers at once the numbers 1 to 20 without a gap', async () => {
  const scope = await newCoop();
  const many = Array.from({ length: 20 }, () => busTicket());
  const settle = async (body: (typeof many)[number]): Promise<void> => {
    for (;;) {
      try {
        await post(scope, body);
        return;
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'StaleRead') throw error;
      }
    }
  };
  await Promise.all(many.map(settle));
  const numbers = (await listEntries(scope, '2025')).map((entry) =>
    entry.status === 'posted' ? entry.number : 0,
  );
  expect(numbers.toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
  expect(await findYear(scope, '2025')).toMatchObject({ balanceCents: { '512': -37_000 } });
});
