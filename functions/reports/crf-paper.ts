import type { CrfPaper } from '#shared/domain/documents/crf-paper.ts';
import { putObject } from '#functions/gateways/object-store.ts';
import { printCrf } from '#functions/papers/crf.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import type { CrfState } from './crf-state.ts';

/** A printed CRF: where its bytes are, and their digest. */
export interface StoredPaper {
  readonly key: string;
  readonly sha256: string;
}

/**
 * Prints a CRF and stores it under its own digest: another printing is another object, and the one
 * that a filing names never changes.
 */
export async function storePaper(
  scope: CoopScope,
  { year, snapshot, controls, quitus }: CrfState,
  printed: Pick<CrfPaper, 'status' | 'generatedAt' | 'submittedAt'>,
): Promise<StoredPaper> {
  const bytes = await printCrf({ ...snapshot, ...printed, controls, quitus });
  const sha256 = sha256Hex(bytes);
  const folder = printed.status === 'draft' ? 'drafts' : 'coops';
  const name = `crf-${year.id}-${sha256.slice(0, 12)}.pdf`;
  const key = `${folder}/${scope.department}/${scope.coopId}/crfs/${name}`;
  await putObject(key, bytes, 'application/pdf');
  return { key, sha256 };
}
