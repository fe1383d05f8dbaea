import type { DynamoDBStreamEvent } from 'aws-lambda';
import { ulid } from 'ulid';
import { decideCrfEndpoint, listCoopsEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { decideCrf } from '#functions/headoffice/decide-crf.ts';
import { listCoops } from '#functions/headoffice/list-coops.ts';
import { handler } from '#functions/headoffice/worker.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { keepCoop, keepDepartment } from '#functions/stores/coops.ts';
import {
  coopScopeOf,
  departmentScopeOf,
  type CoopScope,
  type DepartmentScope,
} from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { openYear } from '#functions/stores/years.ts';
import { callOf } from '#test/support/calls.ts';
import { september } from '../reports/books.ts';

/** An association of its own for one test. */
export async function newAssociation(): Promise<DepartmentScope> {
  const scope = departmentScopeOf(ulid().toLowerCase());
  await commit([
    keepDepartment(scope, {
      code: scope.department,
      name: 'OCCE d’essai',
      crfDueOn: '09-30',
      classAdvanceMaxCents: 15_000,
      freeCashDeposits: 3,
      allowsUncreditedDeposits: false,
    }),
  ]);
  return scope;
}

/** A cooperative of that association, with the year 2025-2026 open. */
export async function coopOf({ department }: DepartmentScope, number = '1'): Promise<CoopScope> {
  const coopId = `coop-${number}`;
  const scope = coopScopeOf(department, coopId);
  await commit([
    keepCoop(scope, {
      coopId,
      name: `Coopérative ${number}`,
      schoolName: `École ${number}`,
      city: 'Nice',
      number,
      pupilCount: 60,
      adultCount: 3,
    }),
    openYear(scope, newFiscalYear('2025')),
  ]);
  return scope;
}

type Texts = Readonly<Record<string, string>>;

/** What the stream says when an item of these texts was written. */
export const written = (...items: readonly Texts[]): DynamoDBStreamEvent => ({
  Records: items.map((texts, index) => ({
    eventName: 'MODIFY',
    dynamodb: {
      SequenceNumber: String(index),
      NewImage: Object.fromEntries(Object.entries(texts).map(([name, S]) => [name, { S }])),
    },
  })),
});

/** The records of what a filed cooperative wrote, in the order it wrote them. */
export const recordsOf = ({ pk }: CoopScope): readonly Texts[] => [
  { pk, sk: 'COOP', kind: 'coop' },
  { pk, sk: 'YEAR#2025', kind: 'year', id: '2025' },
  { pk, sk: 'CRF#2025', kind: 'crf', yearId: '2025' },
];

/** Lets the worker catch up with a cooperative. */
export const summarise = (...scopes: readonly CoopScope[]) =>
  handler(written(...scopes.flatMap(recordsOf)));

export const followUp = async (scope: DepartmentScope, now = september) => {
  const params = { department: scope.department };
  const query = { year: '2025' };
  const answer = await listCoops(callOf(listCoopsEndpoint, { scope, params, query, now }));
  if (!answer.ok) throw new Error(answer.rejection);
  return answer.value;
};

export const decide = (
  scope: DepartmentScope,
  coopId: string,
  body: { readonly decision: 'accept' | 'return'; readonly reason?: string },
) =>
  runAgainIfStale(() =>
    decideCrf(
      callOf(decideCrfEndpoint, {
        scope,
        params: { department: scope.department, yearId: '2025', coopId },
        body,
        now: '2026-10-02T09:00:00.000Z',
      }),
    ),
  );
