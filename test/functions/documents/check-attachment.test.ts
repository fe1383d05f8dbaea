import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { getObject } from '#functions/gateways/object-store.ts';
import { findAttachment, knowsAttachments } from '#functions/stores/attachments.ts';
import { queryAll } from '#functions/stores/table.ts';
import {
  canary,
  exif,
  includesText,
  jpegOf,
  letters,
  pdfOf,
  pngOf,
  segment,
} from '#test/domain/documents/files.ts';
import { newCoop } from '#test/support/calls.ts';
import { announce, check, send } from './sending.ts';

const photo = jpegOf([segment(0xe1, exif(6))]);

test('B-110 keeps the photo without its place, empties the quarantine, leaves a trace', async () => {
  const scope = await newCoop();
  const id = await send(scope, photo);
  const kept = await check(scope, id);
  expect(kept).toMatchObject({ ok: true, value: { id, mediaType: 'image/jpeg' } });
  expect(await knowsAttachments(scope, [id])).toBe(true);
  const { objectKey = '', sizeBytes } = (await findAttachment(scope, id)) ?? {};
  expect(objectKey).toMatch(new RegExp(`^coops/06/${scope.coopId}/attachments/${id}-`, 'u'));
  const bytes = (await getObject(objectKey)) ?? new Uint8Array();
  expect(bytes.length).toBe(sizeBytes);
  expect(includesText(bytes, canary)).toBe(false);
  expect(await getObject(`quarantine/06/${scope.coopId}/${id}`)).toBeUndefined();
  const acts = (await queryAll(scope.pk, 'AUDIT#')).map(({ act }) => act);
  expect(acts).toEqual(expect.arrayContaining(['announce-attachment', 'check-attachment']));
});

test('answers an exact retry as at first', async () => {
  const scope = await newCoop();
  const id = await send(scope, photo);
  const first = await check(scope, id);
  expect(await check(scope, id)).toEqual(first);
});

test('five checks at once give one answer and one trace', async () => {
  const scope = await newCoop();
  const id = await send(scope, photo);
  const answers = await Promise.all(Array.from({ length: 5 }, () => check(scope, id)));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ ok: true });
  const acts = (await queryAll(scope.pk, 'AUDIT#')).filter(({ act }) => act === 'check-attachment');
  expect(acts).toHaveLength(1);
});

test('announcing once more what is kept changes nothing of it', async () => {
  const scope = await newCoop();
  const id = await send(scope, photo);
  const first = await check(scope, id);
  await send(scope, photo, { id });
  expect(await check(scope, id)).toEqual(first);
});

test('B-117 gives the same digest to the same file sent twice', async () => {
  const scope = await newCoop();
  const [one, other] = [await send(scope, photo), await send(scope, photo)];
  const [first, second] = [await check(scope, one), await check(scope, other)];
  expect(first.ok && second.ok && first.value.sha256 === second.value.sha256).toBe(true);
});

test.each([
  ['B-105', 'attachment_type_unknown', letters('MZ\x90\0 program'), 'image/jpeg'],
  ['B-106', 'attachment_type_unknown', letters('<svg onload="alert(1)"/>'), 'image/png'],
  [
    'B-108',
    'attachment_too_many_pixels',
    jpegOf([], { width: 30_000, height: 30_000 }),
    'image/jpeg',
  ],
  ['B-109', 'attachment_damaged', photo.subarray(0, photo.length - 2), 'image/jpeg'],
  ['B-113', 'attachment_active', pdfOf('<< /S /JavaScript >>'), 'application/pdf'],
  ['B-116', 'attachment_type_mismatch', pngOf(), 'image/jpeg'],
])(
  '%s rejects: %s, again when asked again, and keeps nothing',
  async (_, name, bytes, mediaType) => {
    const scope = await newCoop();
    const id = await send(scope, bytes, { mediaType });
    expect(await check(scope, id)).toEqual({ ok: false, rejection: name });
    expect(await check(scope, id)).toEqual({ ok: false, rejection: name });
    expect(await knowsAttachments(scope, [id])).toBe(false);
  },
);

test('rejects: attachment_not_sent', async () => {
  const scope = await newCoop();
  const id = ulid();
  await announce(scope, { id, fileName: 'a.jpg', mediaType: 'image/jpeg', sizeBytes: 10 });
  expect(await check(scope, id)).toEqual({ ok: false, rejection: 'attachment_not_sent' });
});

test('another cooperative’s attachment is not found', async () => {
  const id = await send(await newCoop(), photo);
  expect(await check(await newCoop(), id)).toEqual({ ok: false, rejection: 'not_found' });
});
