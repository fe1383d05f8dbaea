import type { UploadedFile } from '#web/api/use-uploads.ts';

/** A file that the portal already has, as it is remembered beside the form. */
export interface KeptFile {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** A file of which only the id is known: that of a draft, or of an entry to correct. */
export const noFile: KeptFile = { id: '', fileName: 'Pièce déjà jointe', mediaType: '' };

/** The files that have arrived. */
export const keptFilesOf = (files: readonly UploadedFile[]): readonly KeptFile[] =>
  files
    .filter(({ state }) => state === 'kept')
    .map(({ id, fileName, mediaType }) => ({ id, fileName, mediaType }));

/** A remembered file, back in the form. */
export const asUploaded = (file: KeptFile): UploadedFile => ({
  ...file,
  state: 'kept',
  sentShare: 1,
});
