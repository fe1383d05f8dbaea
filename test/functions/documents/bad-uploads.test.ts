import { ulid } from 'ulid';
import { afterEach, expect, test, vi } from 'vitest';
import { postEntryEndpoint } from '#shared/contract/ledger/post-entry.ts';
import { getObject } from '#functions/gateways/object-store.ts';
import { findAttachment, knowsAttachments } from '#functions/stores/attachments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { jpegOf } from '#test/domain/documents/files.ts';
import { newCoop } from '#test/support/calls.ts';
import { simpleEntry } from '#test/support/entries.ts';
import { announce, check } from './sending.ts';

const photo = jpegOf([]);
const other = jpegOf([]).with(-3, 0x55);

afterEach(() => {
  vi.useRealTimers();
});

async function linkFor(scope: CoopScope, id = ulid()) {
  const sent = { id, fileName: 'a.jpg', mediaType: 'image/jpeg', sizeBytes: photo.length };
  const link = await announce(scope, sent);
  if (!link.ok) throw new Error(link.rejection);
  return { ...link.value, id, key: `quarantine/${scope.department}/${scope.coopId}/${id}` };
}

const put = (url: string, bytes: Uint8Array, type = 'image/jpeg', method = 'PUT') =>
  fetch(url, { method, headers: { 'content-type': type }, body: new Uint8Array(bytes) });

test('B-118: a link that is older than five minutes takes nothing', async () => {
  const scope = await newCoop();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 305_000 });
  const { url, id, key } = await linkFor(scope);
  vi.useRealTimers();
  expect((await put(url, photo)).status).toBe(403);
  expect(await getObject(key)).toBeUndefined();
  expect(await check(scope, id)).toEqual({ ok: false, rejection: 'attachment_not_sent' });
});

test('B-118: a link takes one object of one cooperative, and no other', async () => {
  const [scope, foreign] = await Promise.all([newCoop(), newCoop()]);
  const [own, theirs] = [await linkFor(scope), await linkFor(foreign)];
  for (const key of [theirs.key, `coops/06/${foreign.coopId}/attachments/x`, `${own.key}/../x`]) {
    const moved = own.url.replace(own.key, key);
    expect((await put(moved, photo)).status).toBe(403);
  }
  expect(await getObject(theirs.key)).toBeUndefined();
  expect(await check(foreign, theirs.id)).toMatchObject({ rejection: 'attachment_not_sent' });
  expect(await check(foreign, own.id)).toEqual({ ok: false, rejection: 'not_found' });
});

test('B-118: nor another type, another size, another method, a longer life', async () => {
  const { url, key } = await linkFor(await newCoop());
  const longer = url.replace('X-Amz-Expires=300', 'X-Amz-Expires=604800');
  const answers = [
    await put(url, photo, 'text/html'),
    await put(url, new Uint8Array([...photo, 0])),
    await put(url, photo, 'image/jpeg', 'DELETE'),
    await put(longer, photo),
    await fetch(url),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  expect(await getObject(key)).toBeUndefined();
});

test('B-118: a link that was used changes nothing of what is kept', async () => {
  const scope = await newCoop();
  const { url, id } = await linkFor(scope);
  await put(url, photo);
  const first = await check(scope, id);
  const kept = (await findAttachment(scope, id))?.objectKey ?? '';
  const bytes = await getObject(kept);
  await put(url, other);
  expect(await check(scope, id)).toEqual(first);
  expect(await getObject(kept)).toEqual(bytes);
});

test('B-119: of five hundred files at once an entry takes none, and twenty at most', async () => {
  const scope = await newCoop();
  const links = await Promise.all(Array.from({ length: 25 }, () => linkFor(scope)));
  expect(new Set(links.map(({ key }) => key)).size).toBe(25);
  for (const { id } of links) expect(await knowsAttachments(scope, [id])).toBe(false);
  const takes = (count: number) =>
    postEntryEndpoint.request.safeParse({
      id: ulid(),
      entry: { ...simpleEntry(), attachmentIds: Array.from({ length: count }, () => ulid()) },
    });
  expect([20, 21, 500].map((count) => takes(count).success)).toEqual([true, false, false]);
  expect(takes(500).error?.issues[0]?.message).toBe('Au plus 20 pièces jointes.');
});
