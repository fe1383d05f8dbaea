import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import {
  announceAttachmentEndpoint,
  attachmentMaxBytes,
} from '#shared/contract/documents/attachment.ts';
import { findAttachment, knowsAttachments } from '#functions/stores/attachments.ts';
import { newCoop } from '#test/support/calls.ts';
import { announce } from './sending.ts';

const photo = (id = ulid(), sizeBytes = 1_000) => ({
  id,
  fileName: '../reçu du 12:03.JPG',
  mediaType: 'image/jpeg',
  sizeBytes,
});

test('gives a link into quarantine; what is only announced supports no entry', async () => {
  const scope = await newCoop();
  const body = photo();
  const link = await announce(scope, body);
  expect(link).toMatchObject({
    ok: true,
    value: { method: 'PUT', headers: { 'content-type': 'image/jpeg' } },
  });
  expect(link.ok && new URL(link.value.url).pathname).toContain(
    `/quarantine/06/${scope.coopId}/${body.id}`,
  );
  expect(link.ok && link.value.url).not.toContain('reçu');
  expect(await knowsAttachments(scope, [body.id])).toBe(false);
});

test('B-115 keeps a name without path or colon, with the extension of its type', async () => {
  const scope = await newCoop();
  const body = photo();
  await announce(scope, body);
  expect(await findAttachment(scope, body.id)).toMatchObject({ fileName: 'reçu du 12-03.jpg' });
});

test('answers an exact retry with a link again', async () => {
  const scope = await newCoop();
  const body = photo();
  await announce(scope, body);
  expect(await announce(scope, body)).toMatchObject({ ok: true, value: { method: 'PUT' } });
});

test('answers two announcements at once the same way', async () => {
  const scope = await newCoop();
  const body = photo();
  const answers = await Promise.all([announce(scope, body), announce(scope, body)]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
});

test('rejects: attachment_id_reused', async () => {
  const scope = await newCoop();
  const id = ulid();
  await announce(scope, photo(id));
  expect(await announce(scope, photo(id, 1_001))).toEqual({
    ok: false,
    rejection: 'attachment_id_reused',
  });
});

test.each([
  ['B-103 no byte', 0, false],
  ['one byte', 1, true],
  ['ten million bytes', attachmentMaxBytes, true],
  ['B-104 one byte more', attachmentMaxBytes + 1, false],
])('%s: announced or refused', (_, sizeBytes, isAccepted) => {
  const { success } = announceAttachmentEndpoint.request.safeParse(photo(ulid(), sizeBytes));
  expect(success).toBe(isAccepted);
});

test.each(['image/heic', 'image/svg+xml', 'text/html', 'application/zip', 'image/gif'])(
  'B-111 refuses to hear of %s',
  (mediaType) => {
    const { success } = announceAttachmentEndpoint.request.safeParse({ ...photo(), mediaType });
    expect(success).toBe(false);
  },
);

test('B-115 refuses a name of three hundred characters', () => {
  const fileName = `${'x'.repeat(300)}.pdf`;
  expect(announceAttachmentEndpoint.request.safeParse({ ...photo(), fileName }).success).toBe(
    false,
  );
});
