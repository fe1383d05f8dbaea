import { ulid } from 'ulid';
import * as z from 'zod';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import {
  depositPaymentsEndpoint,
  findCollectionEndpoint,
  noteOfflinePaymentEndpoint,
  openCollectionEndpoint,
} from '#shared/contract/collections/collection.ts';
import { depositPayments } from '#functions/collections/deposit-payments.ts';
import { findCollection } from '#functions/collections/list-collections.ts';
import { noteOfflinePayment } from '#functions/collections/note-offline-payment.ts';
import { openCollection } from '#functions/collections/open-collection.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf } from './calls.ts';

/** Asks a use case of the collectes as the gateway would: the request is parsed, stale runs again. */
export function ask<E extends Endpoint & { readonly path: `/api/coops/${string}` }>(
  endpoint: E,
  useCase: UseCase<E>,
  scope: CoopScope,
  { body, ...params }: Record<string, unknown>,
) {
  const call = {
    scope,
    params: { coopId: scope.coopId, ...params },
    body: endpoint.request instanceof z.ZodType ? endpoint.request.parse(body) : undefined,
  };
  return runAgainIfStale(() => useCase(callOf(endpoint, call as never)));
}

/** Opens a collecte whose families are named; the answer is its id and the ids of the families. */
export async function collecte(
  scope: CoopScope,
  pupils: readonly string[],
  changed: Record<string, unknown> = {},
) {
  const collectionId = ulid();
  const families = pupils.map((pupil) => ({ id: ulid(), pupil, className: 'CM2' }));
  const body = {
    title: 'Classe de mer',
    accountNumber: '7080',
    expectedCents: 4_500,
    dueOn: '2026-04-30',
    families,
    ...changed,
  };
  const opened = await ask(openCollectionEndpoint, openCollection, scope, { collectionId, body });
  if (!opened.ok) throw new Error(opened.rejection);
  return { collectionId, familyIds: families.map(({ id }) => id) };
}

/** Notes what a family paid by hand; the answer is the id of the payment. */
export async function pay(
  scope: CoopScope,
  collectionId: string,
  familyId: string,
  { means = 'cheque', amountCents = 4_500 } = {},
): Promise<string> {
  const id = ulid();
  const paid = { id, familyId, means, amountCents, paidOn: '2026-03-10' };
  const body = { ...paid, ...(means === 'cheque' && { chequeNumber: '123456' }) };
  const noted = await ask(noteOfflinePaymentEndpoint, noteOfflinePayment, scope, {
    collectionId,
    body,
  });
  if (!noted.ok) throw new Error(noted.rejection);
  return id;
}

/** Books payments by one entry. */
export async function book(
  scope: CoopScope,
  collectionId: string,
  paymentIds: readonly string[],
  means = 'cheque',
): Promise<void> {
  const body = { id: ulid(), means, paymentIds, depositedOn: '2026-03-12' };
  const done = await ask(depositPaymentsEndpoint, depositPayments, scope, { collectionId, body });
  if (!done.ok) throw new Error(done.rejection);
}

/** The collecte as its page shows it. */
export async function seen(scope: CoopScope, collectionId: string) {
  const whole = await ask(findCollectionEndpoint, findCollection, scope, { collectionId });
  if (!whole.ok) throw new Error(whole.rejection);
  return whole.value;
}
