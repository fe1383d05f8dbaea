import * as z from 'zod';
import { cents } from '#shared/domain/money.ts';
import { day } from '#shared/domain/dates.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { paperKey } from './keys.ts';
import { getItem, putAnyway, type Write } from './table.ts';

const proofItem = z.object({
  coopName: z.string(),
  provider: z.string(),
  payoutId: z.string(),
  arrivalOn: z.string().transform(day),
  entryNumber: z.int(),
  yearId: z.string(),
  netCents: z.int().transform(cents),
  lineCount: z.int(),
});

/** What a verification code proves of a paper: figures, and no name of a family. */
export type PaperProof = z.output<typeof proofItem>;

const keyOf = (code: string) => paperKey(sha256Hex(code));

/** Keeps what a paper says under its code; the code itself is only on the paper. */
export const keepProof = (code: string, proof: PaperProof): Write =>
  putAnyway({ ...keyOf(code), kind: 'paper', ...proof });

/** Access pattern A30 (docs/data-model.md): what the paper with this code says. */
export async function findProof(code: string): Promise<PaperProof | undefined> {
  const item = await getItem(keyOf(code));
  return item && proofItem.parse(item);
}
