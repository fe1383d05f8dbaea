import { describe, expect, test } from 'vitest';
import { importStatementEndpoint } from '#shared/contract/bank/statement.ts';
import { listEntriesEndpoint } from '#shared/contract/ledger/list-entries.ts';
import { postEntryEndpoint } from '#shared/contract/ledger/post-entry.ts';
import type { HttpEvent } from '#functions/platform/http.ts';
import { fileOf, jsonOf } from '#functions/platform/parse.ts';

const eventOf = (body: string | Uint8Array, contentType?: string) =>
  ({
    headers: contentType === undefined ? {} : { 'content-type': contentType },
    body: typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
    isBase64Encoded: typeof body !== 'string',
  }) as HttpEvent;

const json = (body: string | Uint8Array, contentType = 'application/json') =>
  jsonOf(eventOf(body, contentType), postEntryEndpoint);

describe('a JSON body', () => {
  test('is read whatever its parameters, and only where the route takes one', () => {
    expect(json('{"a":"é"}', 'Application/JSON; charset=utf-8')).toEqual({ a: 'é' });
    expect(json(new TextEncoder().encode('{"a":"é"}'))).toEqual({ a: 'é' });
    expect(jsonOf(eventOf('{"a":1}'), listEntriesEndpoint)).toBeUndefined();
  });

  test('of another type is refused, a form above all', () => {
    const forms = ['text/plain', 'application/x-www-form-urlencoded', 'application/json5', ''];
    for (const type of forms) expect(() => json('{}', type)).toThrow('media_type_unsupported');
    expect(() => jsonOf(eventOf('{}'), postEntryEndpoint)).toThrow('media_type_unsupported');
  });

  test('that is no JSON, or no UTF-8, is refused', () => {
    expect(() => json('{"a":')).toThrow('body_unreadable');
    expect(() => json('')).toThrow('body_unreadable');
    expect(() => json(Uint8Array.of(0x22, 0xe9, 0x22))).toThrow('body_unreadable');
  });

  test('is read up to 256 KiB, and not one byte more', () => {
    const text = (bytes: number): string => `"${'a'.repeat(bytes - 2)}"`;
    expect(json(text(262_144))).toHaveLength(262_142);
    expect(() => json(text(262_145))).toThrow('body_too_large');
  });
});

test('a file is taken up to the limit of its route, and only where there is one', () => {
  const max = importStatementEndpoint.bytesMax;
  expect(fileOf(eventOf(new Uint8Array(max)), importStatementEndpoint)).toHaveLength(max);
  expect(() => fileOf(eventOf(new Uint8Array(max + 1)), importStatementEndpoint)).toThrow(
    'body_too_large',
  );
  expect(fileOf(eventOf(new Uint8Array(1)), postEntryEndpoint)).toBeUndefined();
});
