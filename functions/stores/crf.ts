import * as z from 'zod';
import { cents } from '#shared/domain/money.ts';
import { day } from '#shared/domain/dates.ts';
import { crfControlSchema, crfSnapshotSchema } from '#shared/contract/reports/crf.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import {
  checkWhere,
  getItem,
  queryAll,
  tableName,
  type Item,
  type Key,
  type Write,
} from './table.ts';

const crfItem = z.object({
  yearId: z.string(),
  coopId: z.string(),
  /** Grows with each filing and each decision: the newest state wins wherever it is copied. */
  version: z.int(),
  status: z.enum(['submitted', 'returned', 'accepted']),
  submittedAt: z.string(),
  /** The name of who filed it, as the head office reads it. */
  submittedBy: z.string(),
  decidedAt: z.string().optional(),
  returnedReason: z.string().optional(),
  /** The report as it was frozen, byte for byte. */
  snapshotText: z.string(),
  snapshotSha256: z.string(),
  controls: z.array(crfControlSchema),
  paperKey: z.string(),
  paperSha256: z.string(),
});

/** A CRF once it was filed: the frozen report, its paper, and what the head office decided. */
export type FiledCrf = z.output<typeof crfItem>;

/** A filed CRF out of an item: the cooperative's own or the copy of its association. */
export const filedCrfOf = (item: Item): FiledCrf => crfItem.parse(item);

/** The frozen report, read back from its very bytes. Rules: CRF-3 (docs/rules.md). */
export const frozenSnapshot = ({ snapshotText }: Pick<FiledCrf, 'snapshotText'>) =>
  crfSnapshotSchema.parse(JSON.parse(snapshotText));

/** Access pattern A50 (docs/data-model.md): the CRF of a year, once it was filed. */
export async function findFiledCrf(
  scope: CoopScope,
  yearId: string,
): Promise<FiledCrf | undefined> {
  const item = await getItem(coopKeys.crf(scope, yearId));
  return item && filedCrfOf(item);
}

/** Access pattern A51: the filed CRFs of a cooperative. */
export async function listCrfsOfCoop(scope: CoopScope): Promise<readonly FiledCrf[]> {
  return (await queryAll(scope.pk, 'CRF#')).map(filedCrfOf);
}

/** Puts a CRF at that key in place of the version it was decided on; absent for the first filing. */
export const putCrf = (
  key: Key,
  kind: 'crf' | 'filedCrf',
  crf: FiledCrf,
  previous?: FiledCrf,
): Write => ({
  Put: {
    TableName: tableName(),
    Item: { ...key, kind, ...crf },
    ...(previous
      ? {
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':version': previous.version },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});

/** Keeps the CRF with the cooperative. */
export const keepCrf = (scope: CoopScope, crf: FiledCrf, previous?: FiledCrf): Write =>
  putCrf(coopKeys.crf(scope, crf.yearId), 'crf', crf, previous);

/** Requires that the CRF of the year is not filed, or was returned. */
export const crfStillOpen = (scope: CoopScope, yearId: string): Write =>
  checkWhere(coopKeys.crf(scope, yearId), {
    ConditionExpression: 'attribute_not_exists(pk) OR #status = :returned',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':returned': 'returned' },
  });

const inputsItem = z.object({
  version: z.int(),
  cashCount: z.array(z.object({ denominationCents: z.int(), count: z.int() })),
  subsidies: z.array(
    z.object({
      payer: z.string(),
      amountCents: z.int().transform(cents),
      purpose: z.string().optional(),
    }),
  ),
  statement: z
    .object({ on: z.string().transform(day), closingCents: z.int().transform(cents) })
    .optional(),
});

/** What only people know for a CRF: the cash counted, the subsidies, a paper statement. */
export type CrfInputs = z.output<typeof inputsItem>;

/** Before anybody filled anything. */
export const noInputs: CrfInputs = { version: 0, cashCount: [], subsidies: [] };

/** Access pattern A52: what people filled for the CRF of a year. */
export async function findCrfInputs(scope: CoopScope, yearId: string): Promise<CrfInputs> {
  const item = await getItem(coopKeys.crfInputs(scope, yearId));
  return item ? inputsItem.parse(item) : noInputs;
}

const unchangedInputs = ({ version }: CrfInputs) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: 'version = :version',
        ExpressionAttributeValues: { ':version': version },
      };

/** Keeps what people filled, in place of what they filled before. */
export const keepCrfInputs = (
  scope: CoopScope,
  yearId: string,
  inputs: Omit<CrfInputs, 'version'>,
  previous: CrfInputs,
): Write => ({
  Put: {
    TableName: tableName(),
    Item: {
      ...coopKeys.crfInputs(scope, yearId),
      kind: 'crfInputs',
      ...inputs,
      version: previous.version + 1,
    },
    ...unchangedInputs(previous),
  },
});

/** Requires that nobody filled anything else meanwhile. */
export const inputsUnchanged = (scope: CoopScope, yearId: string, inputs: CrfInputs): Write =>
  checkWhere(coopKeys.crfInputs(scope, yearId), unchangedInputs(inputs));
