import { expect, test } from 'vitest';
import { openAttachmentEndpoint } from '#shared/contract/documents/attachment.ts';
import { openAttachment } from '#functions/documents/open-attachment.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { exif, jpegOf, segment } from '#test/domain/documents/files.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { check, send } from './sending.ts';

const photo = jpegOf([segment(0xe1, exif(6))]);

const open = (scope: CoopScope, attachmentId: string) =>
  openAttachment(
    callOf(openAttachmentEndpoint, { scope, params: { coopId: scope.coopId, attachmentId } }),
  );

test('gives a link under which the kept bytes come, as a file to save', async () => {
  const scope = await newCoop();
  const id = await send(scope, photo);
  const kept = await check(scope, id);
  const opened = await open(scope, id);
  if (!opened.ok || !kept.ok) throw new Error('not opened');
  expect(opened.value).toMatchObject({ fileName: 'IMG_0042.jpg', sha256: kept.value.sha256 });
  const answer = await fetch(opened.value.url);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/u);
  expect((await answer.arrayBuffer()).byteLength).toBe(kept.value.sizeBytes);
});

test('what was not checked is not there, nor is what another cooperative keeps', async () => {
  const scope = await newCoop();
  const id = await send(scope, photo);
  expect(await open(scope, id)).toEqual({ ok: false, rejection: 'not_found' });
  await check(scope, id);
  expect(await open(await newCoop(), id)).toEqual({ ok: false, rejection: 'not_found' });
});
