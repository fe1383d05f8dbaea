import { ulid } from 'ulid';
import {
  fillCrfEndpoint,
  findCrfEndpoint,
  inviteVerifierEndpoint,
  signQuitusEndpoint,
  submitCrfEndpoint,
} from '#shared/contract/reports/crf.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { fillCrf } from '#functions/reports/fill-crf.ts';
import { findCrf } from '#functions/reports/find-crf.ts';
import { inviteVerifier } from '#functions/reports/invite-verifier.ts';
import { signQuitus } from '#functions/reports/quitus.ts';
import { submitCrf } from '#functions/reports/submit-crf.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { posted } from '#test/support/entries.ts';

/** An evening of September: the year 2025-2026 is over. */
export const september = '2026-09-15T18:00:00.000Z';

const params = (scope: CoopScope) => ({ coopId: scope.coopId, yearId: '2025' });

/** A cooperative that sold a cake in cash and took a bus: bank −18,50 €, cash 50,00 €. */
export async function coopWithBooks(made = newCoop()): Promise<CoopScope> {
  const scope = await made;
  await posted(scope, {
    kind: 'income',
    treasuryAccountNumber: '530',
    paymentMeans: 'cash',
    splits: [{ accountNumber: '7070', amountCents: 5_000 }],
  });
  await posted(scope);
  return scope;
}

const inputs = {
  cashCount: [{ denominationCents: 5_000, count: 1 }],
  subsidies: [],
  statement: { on: '2026-08-31', closingCents: 0 },
};

export const fill = (scope: CoopScope, change: object = {}) =>
  runAgainIfStale(() =>
    fillCrf(
      callOf(fillCrfEndpoint, {
        scope,
        params: params(scope),
        body: fillCrfEndpoint.request.parse({ ...inputs, ...change }),
        now: september,
      }),
    ),
  );

/** A cooperative whose every blocking control is green. */
export async function coopReadyToFile(made = newCoop()): Promise<CoopScope> {
  const scope = await coopWithBooks(made);
  await fill(scope);
  return scope;
}

export const find = (scope: CoopScope, yearId = '2025') =>
  findCrf(
    callOf(findCrfEndpoint, { scope, params: { coopId: scope.coopId, yearId }, now: september }),
  );

export const submit = (scope: CoopScope, now = september) =>
  runAgainIfStale(() =>
    submitCrf(callOf(submitCrfEndpoint, { scope, params: params(scope), now })),
  );

export const invite = (scope: CoopScope, change: object = {}) =>
  runAgainIfStale(() =>
    inviteVerifier(
      callOf(inviteVerifierEndpoint, {
        scope,
        params: params(scope),
        body: inviteVerifierEndpoint.request.parse({
          id: ulid(),
          verifierName: 'Inès Martin',
          quality: 'parent',
          ...change,
        }),
        now: september,
      }),
    ),
  );

/** The token of the link that an invitation gave. */
export async function tokenFor(scope: CoopScope, change: object = {}): Promise<string> {
  const answer = await invite(scope, change);
  if (!answer.ok) throw new Error(answer.rejection);
  return answer.value.url.split('/').at(-1) ?? '';
}

export const sign = (token: string, fullName = 'Inès Martin', now = september) =>
  runAgainIfStale(() =>
    signQuitus(
      callOf(signQuitusEndpoint, {
        scope: undefined,
        params: { token },
        body: { agrees: true, fullName },
        now,
      }),
    ),
  );
