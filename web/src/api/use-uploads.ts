import { useState } from 'preact/hooks';
import { ulid } from 'ulid';
import { sentenceOf } from './problem-error.ts';
import { upload } from './upload.ts';

/** A file of a form: on its way, refused, or kept. */
export interface UploadedFile {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly state: 'sending' | 'failed' | 'kept';
  /** From 0 to 1 while sending. */
  readonly sentShare: number;
  readonly error?: string | undefined;
  /** The file itself, when it was chosen on this page: for the preview and the retry. */
  readonly file?: File | undefined;
}

/**
 * The files of a form, sent as soon as they are chosen. Hand `files`, `add`, `remove`, `retry` to
 * `FileField`; send `attachmentIds` with the form once `busy` is false.
 */
export function useUploads(coopId: string, initial: readonly UploadedFile[] = []) {
  const [files, setFiles] = useState(initial);
  const change = (id: string, patch: Partial<UploadedFile>) =>
    setFiles((known) => known.map((file) => (file.id === id ? { ...file, ...patch } : file)));

  const send = (id: string, file: File) => {
    change(id, { state: 'sending', sentShare: 0, error: undefined });
    const onProgress = (sentShare: number) => change(id, { sentShare });
    void upload({ coopId, attachmentId: id, file, onProgress }).then(
      () => change(id, { state: 'kept', sentShare: 1 }),
      (error: unknown) => change(id, { state: 'failed', error: sentenceOf(error) }),
    );
  };

  return {
    files,
    busy: files.some((file) => file.state === 'sending'),
    attachmentIds: files.filter((file) => file.state === 'kept').map((file) => file.id),
    add: (chosen: readonly File[]) => {
      const added = chosen.map((file) => ({ id: ulid(), file }));
      setFiles((known) => [
        ...known,
        ...added.map(({ id, file }) => ({
          id,
          file,
          fileName: file.name,
          mediaType: file.type,
          state: 'sending' as const,
          sentShare: 0,
        })),
      ]);
      for (const { id, file } of added) send(id, file);
    },
    remove: (id: string) => setFiles((known) => known.filter((file) => file.id !== id)),
    retry: (id: string) => {
      const file = files.find((known) => known.id === id)?.file;
      if (file) send(id, file);
    },
    clear: () => setFiles([]),
  };
}
