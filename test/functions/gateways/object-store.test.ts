import { expect, test } from 'vitest';
import {
  deleteObject,
  getObject,
  putObject,
  signDownload,
  signUpload,
} from '#functions/gateways/object-store.ts';

const bytes = new TextEncoder().encode('pièce');

test('gives back what was put, and nothing once deleted', async () => {
  await putObject('t/a b é.txt', bytes, 'text/plain');
  expect(await getObject('t/a b é.txt')).toEqual(new Uint8Array(bytes));
  await deleteObject('t/a b é.txt');
  expect(await getObject('t/a b é.txt')).toBeUndefined();
});

test('a signed link takes exactly the announced type and size', async () => {
  const link = await signUpload('t/up.txt', { mediaType: 'text/plain', sizeBytes: bytes.length });
  const other = await fetch(link.url, {
    method: 'PUT',
    headers: { 'content-type': 'text/html' },
    body: bytes,
  });
  expect(other.status).toBe(403);
  const longer = await fetch(link.url, {
    method: 'PUT',
    headers: link.headers,
    body: new Uint8Array(99),
  });
  expect(longer.status).toBe(403);
  const right = await fetch(link.url, { method: 'PUT', headers: link.headers, body: bytes });
  expect(right.status).toBe(200);
  expect(await getObject('t/up.txt')).toEqual(new Uint8Array(bytes));
});

test('a signed link opens its object only', async () => {
  await putObject('t/one.txt', bytes, 'text/plain');
  await putObject('t/two.txt', bytes, 'text/plain');
  const url = await signDownload('t/one.txt', { fileName: 'Reçu.txt', mediaType: 'text/plain' });
  expect(await (await fetch(url)).text()).toBe('pièce');
  expect((await fetch(url.replace('one.txt', 'two.txt'))).status).toBe(403);
});
