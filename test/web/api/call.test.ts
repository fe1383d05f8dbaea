import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { call, fillPath, queryText } from '#web/api/call.ts';
import { listEntries, postEntry } from '#web/api/ledger.ts';
import { importStatement } from '#web/api/bank.ts';
import { ProblemError, sentenceOf } from '#web/api/problem-error.ts';
import { onSignedOut } from '#web/api/signed-out.ts';
import { cents } from '#shared/domain/money.ts';
import { day } from '#shared/domain/dates.ts';

const reach = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal('fetch', reach);
});
afterEach(() => {
  vi.unstubAllGlobals();
  reach.mockReset();
});

const answer = (status: number, body?: unknown) =>
  reach.mockResolvedValue(
    new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/problem+json' },
    }),
  );

const problem = {
  type: 'about:blank',
  title: 'Informations à corriger',
  status: 422,
  code: 'unbalanced',
  detail: 'Les montants ne s’équilibrent pas.',
  errors: [{ field: 'splits.0.amountCents', message: 'Trop petit.' }],
  requestId: 'r1',
};

const caught = async (asked: Promise<unknown>): Promise<ProblemError> => {
  const error: unknown = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProblemError) return error;
  throw new Error('no problem was thrown');
};

describe('a request', () => {
  test('fills the path, encodes each name and leaves absent queries out', () => {
    expect(
      fillPath('/api/coops/{coopId}/matches/{matchId}', { coopId: 'a b', matchId: 'x/y' }),
    ).toBe('/api/coops/a%20b/matches/x%2Fy');
    expect(queryText({ year: '2025', after: undefined })).toBe('?year=2025');
    expect(queryText({})).toBe('');
  });

  test('reads a page of a list', async () => {
    answer(200, { entries: [] });
    await expect(
      listEntries({ coopId: 'tilleuls', yearId: '2025' }, { after: 'abc' }),
    ).resolves.toEqual({ entries: [] });
    expect(reach.mock.lastCall?.[0]).toBe('/api/coops/tilleuls/years/2025/entries?after=abc');
  });

  test('sends a body as JSON', async () => {
    answer(200, {});
    await postEntry(
      { coopId: 'tilleuls' },
      {
        id: '01JABCDEFGHJKMNPQRSTVWXYZ0',
        entry: {
          kind: 'transfer',
          entryDate: day('2026-03-16'),
          label: 'Dépôt',
          attachmentIds: [],
          fromAccountNumber: '530',
          toAccountNumber: '512',
          amountCents: cents(1250),
        },
      },
    );
    const [url, request] = reach.mock.lastCall ?? [];
    expect(url).toBe('/api/coops/tilleuls/entries');
    expect(request?.method).toBe('POST');
    expect(request?.body).toContain('"amountCents":1250');
  });

  test('sends a file as it is', async () => {
    answer(200, { statements: [] });
    const file = new Blob(['OFXHEADER:100']);
    await importStatement({ coopId: 'tilleuls', bankAccountId: 'B' }, file);
    expect(reach.mock.lastCall?.[1]?.body).toBe(file);
  });

  test('accepts an answer without a body', async () => {
    answer(204);
    await expect(call('POST', '/api/session/sign-out')).resolves.toBeUndefined();
  });
});

describe('a refusal', () => {
  test('keeps its code, its sentence and the fields it names', async () => {
    answer(422, problem);
    const error = await caught(call('GET', '/api/me'));
    expect(error).toMatchObject({ status: 422, code: 'unbalanced', errors: problem.errors });
    expect(sentenceOf(error)).toBe('Les montants ne s’équilibrent pas.');
  });

  test('without a session tells whoever listens, once', async () => {
    const listener = vi.fn();
    const stop = onSignedOut(listener);
    answer(401, { ...problem, status: 401, code: 'not_signed_in' });
    await caught(call('GET', '/api/me'));
    stop();
    expect(listener).toHaveBeenCalledOnce();
  });

  test('that is not a problem of ours still has a sentence', async () => {
    reach.mockResolvedValue(new Response('<html>', { status: 502 }));
    const error = await caught(call('GET', '/api/me'));
    expect(error.code).toBe('unavailable');
    expect(error.detail).toContain('Réessayez');
  });

  test('of the line says that nothing typed is lost', async () => {
    reach.mockRejectedValue(new TypeError('Failed to fetch'));
    const error = await caught(call('GET', '/api/me'));
    expect(error).toMatchObject({ status: 0, code: 'offline' });
    expect(error.detail).toContain('gardé');
  });
});
