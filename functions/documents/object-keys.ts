import type { CoopScope } from '#functions/stores/scope.ts';

/** Where the bytes of an attachment wait, unchecked; what stays there is erased after a day. */
export const quarantineKey = ({ department, coopId }: CoopScope, id: string): string =>
  `quarantine/${department}/${coopId}/${id}`;

/**
 * Where a checked attachment is kept. Its digest is in the key: a file sent again while the first
 * is being checked can never take its place.
 */
export const attachmentKey = (
  { department, coopId }: CoopScope,
  { id, sha256 }: { readonly id: string; readonly sha256: string },
): string => `coops/${department}/${coopId}/attachments/${id}-${sha256.slice(0, 12)}`;
