import { putObject } from '#functions/gateways/object-store.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { Export } from '#functions/stores/exports.ts';
import type { DepartmentScope } from '#functions/stores/scope.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  pdf: 'application/pdf',
};

/** The media type of a file of an export, by its extension. */
export const mediaTypeOf = (name: string): string =>
  mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

/** Where the files of an export are in the bucket. */
export const folderOf = (scope: DepartmentScope, { id, yearId }: Pick<Export, 'id' | 'yearId'>) =>
  `exports/${scope.department}/${yearId}/${id}`;

/**
 * Stores a file of an export under its own digest: an export made twice at once leaves two objects,
 * and the one that is named has the bytes that were counted.
 */
export async function storeFile(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Export['files'][number]> {
  const sha256 = sha256Hex(bytes);
  const key = `${folder}/${sha256.slice(0, 12)}-${name}`;
  await putObject(key, bytes, mediaTypeOf(name));
  return { name, key, sha256 };
}
