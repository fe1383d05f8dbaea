import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { readQuitusEndpoint } from '#shared/contract/reports/crf.ts';
import { readQuitus } from '#functions/reports/quitus.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { linkKey } from '#functions/stores/keys.ts';
import { listQuitus } from '#functions/stores/quitus.ts';
import { getItem } from '#functions/stores/table.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { posted } from '#test/support/entries.ts';
import { coopReadyToFile, find, invite, september, sign, submit, tokenFor } from './books.ts';

const read = (token: string, now = september) =>
  readQuitus(callOf(readQuitusEndpoint, { scope: undefined, params: { token }, now }));

const quitusLevel = async (scope: Parameters<typeof find>[0]) => {
  const answer = await find(scope);
  return answer.ok
    ? answer.value.controls.find(({ code }) => code === 'quitus_signed')?.level
    : undefined;
};

test('the link shows the verifier the report and its controls', async () => {
  const token = await tokenFor(await coopReadyToFile());
  expect(await read(token)).toMatchObject({
    ok: true,
    value: { verifierName: 'Inès Martin', quality: 'parent', snapshot: { resultCents: 3_150 } },
  });
});

test('keeps the digest of the token and nowhere the token', async () => {
  const scope = await coopReadyToFile();
  const token = await tokenFor(scope);
  const kept = JSON.stringify([
    await listQuitus(scope, '2025'),
    await getItem(linkKey(sha256Hex(token))),
  ]);
  expect(kept).toContain(sha256Hex(token));
  expect(kept).not.toContain(token);
});

test('two signatures with a parent turn the control green, until the accounts change', async () => {
  const scope = await coopReadyToFile();
  expect(await quitusLevel(scope)).toBe('warning');
  await sign(await tokenFor(scope));
  await sign(
    await tokenFor(scope, { verifierName: 'Paul Blanc', quality: 'teacher' }),
    'Paul Blanc',
  );
  expect(await quitusLevel(scope)).toBe('ok');
  await posted(scope);
  expect(await quitusLevel(scope)).toBe('warning');
});

test('a signature given after filing is for the frozen report', async () => {
  const scope = await coopReadyToFile();
  await submit(scope);
  const token = await tokenFor(scope);
  expect(await sign(token)).toMatchObject({ ok: true });
  expect(await read(token)).toMatchObject({ value: { signedAt: september } });
});

test('signs once: a retry answers as at first, another name is refused', async () => {
  const token = await tokenFor(await coopReadyToFile());
  const first = await sign(token);
  expect(await sign(token, 'Inès Martin', '2026-09-20T18:00:00.000Z')).toEqual(first);
  expect(await sign(token, 'Quelqu’un')).toEqual({
    ok: false,
    rejection: 'verifier_already_signed',
  });
});

test('two signatures at once leave one', async () => {
  const scope = await coopReadyToFile();
  const token = await tokenFor(scope);
  const answers = await Promise.all([sign(token, 'Inès Martin'), sign(token, 'Une autre')]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('an unknown link and one that ended answer the same', async () => {
  const token = await tokenFor(await coopReadyToFile());
  const refused = { ok: false, rejection: 'link_invalid' };
  expect(await read('A'.repeat(43))).toEqual(refused);
  expect(await read(token, '2026-11-14T17:59:59.000Z')).toMatchObject({ ok: true });
  expect(await read(token, '2026-11-14T18:00:01.000Z')).toEqual(refused);
  expect(await sign(token, 'Inès Martin', '2026-11-14T18:00:01.000Z')).toEqual(refused);
});

test('the same invitation sent again makes a new link, and the one before opens nothing', async () => {
  const scope = await coopReadyToFile();
  const id = ulid();
  const [first, second] = [await tokenFor(scope, { id }), await tokenFor(scope, { id })];
  expect(await read(first)).toMatchObject({ rejection: 'link_invalid' });
  expect(await read(second)).toMatchObject({ ok: true });
  expect(await listQuitus(scope, '2025')).toHaveLength(1);
});

test('refuses the same invitation for another verifier, and after the signature', async () => {
  const scope = await coopReadyToFile();
  const id = ulid();
  await sign(await tokenFor(scope, { id }));
  expect(await invite(scope, { id, verifierName: 'Un autre' })).toMatchObject({
    rejection: 'quitus_id_reused',
  });
  expect(await invite(scope, { id })).toMatchObject({ rejection: 'verifier_already_signed' });
});

test('invites nobody for a year that does not exist', async () => {
  const scope = { ...(await newCoop()), pk: 'D#06#C#unknown' } as const;
  expect(await invite(scope)).toEqual({ ok: false, rejection: 'not_found' });
});
