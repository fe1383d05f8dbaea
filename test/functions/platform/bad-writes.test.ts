import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CoopScope } from '#functions/stores/scope.ts';
import { newCoop } from '#test/support/calls.ts';
import { simpleEntry } from '#test/support/entries.ts';
import { startHttp } from '#test/support/http-portal.ts';
import { grantOf, signIn } from '#test/support/signed-in.ts';

interface Person {
  readonly scope: CoopScope;
  readonly cookie: string;
}

let portal: Awaited<ReturnType<typeof startHttp>>;
let own: Person;
let colleague: Person;
let stranger: Person;

const person = async (scope: CoopScope): Promise<Person> => ({
  scope,
  cookie: `__Host-session=${await signIn(grantOf('mandateHolder', scope))}`,
});

beforeAll(async () => {
  portal = await startHttp();
  const [scope, elsewhere] = await Promise.all([newCoop(), newCoop()]);
  [own, colleague, stranger] = await Promise.all([person(scope), person(scope), person(elsewhere)]);
});
afterAll(() => portal.stop());

const sale = (label = 'Vente de gâteaux') =>
  simpleEntry({ kind: 'income', label, splits: [{ accountNumber: '7080', amountCents: 1_000 }] });

async function ask(
  { scope, cookie }: Person,
  path: string,
  { method = 'GET', body, headers }: { method?: string; body?: unknown; headers?: object } = {},
) {
  const { status, text } = await portal.ask({
    method,
    path: `/api/coops/${scope.coopId}/${path}`,
    headers: {
      cookie,
      origin: 'http://127.0.0.1:4100',
      'content-type': 'application/json',
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const said = JSON.parse(text) as {
    code?: string;
    next?: string;
    version?: number;
    entries?: { id: string; label: string }[];
  };
  return { ...said, status };
}

const post = (who: Person, id: unknown, label?: string) =>
  ask(who, 'entries', { method: 'POST', body: { id, entry: sale(label) } });
const listed = async (who: Person, after = '') =>
  (await ask(who, `years/2025/entries${after === '' ? '' : `?after=${after}`}`)).entries ?? [];

test.each([
  ['missing', undefined],
  ['of 256 characters', 'A'.repeat(256)],
  ['in Unicode', '０1ARZ3NDEKTSV4RRFFQ69G5FAV'],
  ['empty', ''],
  ['a list', [ulid()]],
])('B-097: an id that is %s keeps nothing', async (_, id) => {
  const before = await listed(own);
  expect(await post(own, id)).toMatchObject({ status: 422, code: 'input_invalid' });
  expect(await listed(own)).toEqual(before);
});

test('B-097: the id of another person means what it meant; of another cooperative, nothing', async () => {
  const id = ulid();
  expect(await post(own, id)).toMatchObject({ status: 200 });
  expect(await post(colleague, id, 'Autre vente')).toMatchObject({
    status: 409,
    code: 'entry_id_reused',
  });
  expect(await post(stranger, id, 'Vente ailleurs')).toMatchObject({ status: 200 });
  const found = (entries: Awaited<ReturnType<typeof listed>>) =>
    entries.filter((entry) => entry.id === id).map(({ label }) => label);
  expect(found(await listed(own))).toEqual(['Vente de gâteaux']);
  expect(found(await listed(stranger))).toEqual(['Vente ailleurs']);
});

test('B-097: a key of the headers is no id, and changes nothing', async () => {
  const [first, second] = [ulid(), ulid()];
  const headers = { 'idempotency-key': 'é'.repeat(3).normalize('NFD').replaceAll('\u0301', '') };
  for (const id of [first, second])
    await ask(own, 'entries', { method: 'POST', body: { id, entry: sale() }, headers });
  const ids = (await listed(own)).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([first, second]));
});

test('B-095: a mark of page of another cooperative, or of nobody, shows nothing that is not ours', async () => {
  const [ours, theirs] = [ulid(), ulid()];
  await post(own, ours);
  await post(stranger, theirs);
  const all = new Set((await listed(own)).map(({ id }) => id));
  expect(all.has(theirs)).toBe(false);
  for (const mark of [theirs, ulid(), '0'.repeat(26), `7${'Z'.repeat(25)}`])
    for (const { id } of await listed(own, mark)) expect(all.has(id)).toBe(true);
});

const draft = (id: string, version: unknown, label: string, headers = {}) =>
  ask(own, `drafts/${id}`, { method: 'PUT', body: { version, entry: sale(label) }, headers });

test('B-096: a version that is old is refused, and what was kept stays', async () => {
  const id = ulid();
  expect(await draft(id, 0, 'Un')).toMatchObject({ status: 200, version: 1 });
  expect(await draft(id, 1, 'Deux')).toMatchObject({ status: 200, version: 2 });
  for (const old of [0, 1, 3])
    expect(await draft(id, old, 'Perdu')).toMatchObject({ status: 409, code: 'draft_changed' });
  for (const malformed of [undefined, null, '2', -1, 1.5, 1e9, [2], '"2"'])
    expect((await draft(id, malformed, 'Perdu')).status).toBe(422);
  expect((await listed(own)).find((entry) => entry.id === id)?.label).toBe('Deux');
});

test.each(['"1"', 'W/"2"', '*', 'x'.repeat(200), '""'])(
  'B-096: If-Match: %s is not the version, which the body says',
  async (written) => {
    const id = ulid();
    await draft(id, 0, 'Un');
    const headers = { 'if-match': written };
    expect(await draft(id, 0, 'Perdu', headers)).toMatchObject({ status: 409 });
    expect(await draft(id, 1, 'Deux', headers)).toMatchObject({ status: 200, version: 2 });
  },
);
