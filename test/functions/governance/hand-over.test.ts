import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { handOverEndpoint, listMandatesEndpoint } from '#shared/contract/governance/handover.ts';
import { postEntryEndpoint } from '#shared/contract/ledger/post-entry.ts';
import { dayInParis, day } from '#shared/domain/dates.ts';
import { handOver } from '#functions/governance/hand-over.ts';
import { listMandates } from '#functions/governance/list-mandates.ts';
import type { HttpEvent } from '#functions/platform/http.ts';
import { actorOf, scopeOf, sessionCookieName } from '#functions/platform/session.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import type { Actor } from '#functions/platform/use-case.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { openSession } from '#functions/stores/sessions.ts';
import { commit } from '#functions/stores/table.ts';
import {
  addUser,
  findUser,
  findUserIdByMail,
  giveGrant,
  keepMandate,
} from '#functions/stores/users.ts';
import { callOf, newCoop } from '#test/support/calls.ts';

const june = '2026-06-20T10:00:00.000Z';

const placeOf = ({ department, coopId }: CoopScope) =>
  ({ kind: 'coop', department, coopId }) as const;

/** A cooperative of its own, with a mandate holder since September 2024. */
async function coopWithHolder() {
  const scope = await newCoop();
  const userId = ulid();
  const user = { userId, name: 'Camille Roux', mail: `${userId}@example.test`.toLowerCase() };
  const from = day('2024-09-01');
  const role = 'mandateHolder';
  await commit([
    ...addUser(user),
    giveGrant(userId, { role, place: placeOf(scope), from }),
    keepMandate(scope, { userId, name: user.name, role, from }),
  ]);
  const actor: Actor = { ...user, grants: (await findUser(userId))?.grants ?? [] };
  return { scope, actor };
}

type Coop = Awaited<ReturnType<typeof coopWithHolder>>;

const newMail = () => `${ulid()}@example.test`.toLowerCase();

const hand = ({ scope, actor }: Coop, successorMail: string, lastDay = '2026-07-05') =>
  runAgainIfStale(() =>
    handOver(
      callOf(handOverEndpoint, {
        scope,
        actor,
        params: { coopId: scope.coopId },
        body: { successorName: 'Noé Bonnet', successorMail, lastDay: day(lastDay) },
        now: june,
      }),
    ),
  );

const shown = async ({ scope }: Coop) => {
  const params = { coopId: scope.coopId };
  const answer = await listMandates(callOf(listMandatesEndpoint, { scope, params }));
  return answer.ok ? answer.value.mandates : [];
};

/** What the portal answers to somebody who asks to post an entry at that instant. */
async function mayPost(scope: CoopScope, userId: string, at: string): Promise<boolean> {
  const session = await openSession(userId, at);
  const event = { cookies: [`${sessionCookieName}=${session}`] } as unknown as HttpEvent;
  const actor = await actorOf(event, at);
  return scopeOf(actor, postEntryEndpoint, { coopId: scope.coopId }, dayInParis(at)).then(
    (opened) => opened?.pk === scope.pk,
    () => false,
  );
}

test('shows both mandates, the one that ends and the one that begins', async () => {
  const coop = await coopWithHolder();
  expect(await hand(coop, newMail())).toEqual({
    ok: true,
    value: {
      mandates: [
        { name: 'Camille Roux', role: 'mandateHolder', from: '2024-09-01', until: '2026-07-05' },
        { name: 'Noé Bonnet', role: 'mandateHolder', from: '2026-07-06' },
      ],
    },
  });
});

test('she may to the last minute of the last day in Paris, he from the first of the next', async () => {
  const coop = await coopWithHolder();
  const mail = newMail();
  await hand(coop, mail);
  const successorId = (await findUserIdByMail(mail)) ?? '';
  const [evening, midnight] = ['2026-07-05T21:59:59.000Z', '2026-07-05T22:00:00.000Z'];
  expect(await mayPost(coop.scope, coop.actor.userId, evening)).toBe(true);
  expect(await mayPost(coop.scope, successorId, evening)).toBe(false);
  expect(await mayPost(coop.scope, coop.actor.userId, midnight)).toBe(false);
  expect(await mayPost(coop.scope, successorId, midnight)).toBe(true);
});

test('asked again, there is nothing left to do', async () => {
  const coop = await coopWithHolder();
  const mail = newMail();
  const first = await hand(coop, mail);
  expect(await hand(coop, mail)).toEqual(first);
  const successor = await findUser((await findUserIdByMail(mail)) ?? '');
  expect(successor?.grants).toHaveLength(1);
});

test('gives the mandate to a colleague the portal already knows, under her own name', async () => {
  const coop = await coopWithHolder();
  const user = { userId: ulid(), name: 'Inès Martin', mail: newMail() };
  await commit(addUser(user));
  await hand(coop, user.mail);
  expect(await shown(coop)).toMatchObject([{ name: 'Camille Roux' }, { name: 'Inès Martin' }]);
});

test('another successor takes the place of the first, who never gets the rights', async () => {
  const coop = await coopWithHolder();
  const [first, second] = [newMail(), newMail()];
  await hand(coop, first);
  await hand(coop, second, '2026-07-10');
  const firstId = (await findUserIdByMail(first)) ?? '';
  expect(await mayPost(coop.scope, firstId, '2026-08-01T10:00:00.000Z')).toBe(false);
  expect(await shown(coop)).toMatchObject([{ until: '2026-07-10' }, { from: '2026-07-11' }]);
});

test('two handovers at once leave one successor', async () => {
  const coop = await coopWithHolder();
  await Promise.all([hand(coop, newMail()), hand(coop, newMail())]);
  expect(await shown(coop)).toHaveLength(2);
});

test('rejects: handover_date_past', async () => {
  const coop = await coopWithHolder();
  expect(await hand(coop, newMail(), '2026-06-19')).toMatchObject({
    rejection: 'handover_date_past',
  });
});

test('rejects: successor_is_self, and changes nothing', async () => {
  const coop = await coopWithHolder();
  expect(await hand(coop, coop.actor.mail)).toMatchObject({ rejection: 'successor_is_self' });
  expect(await shown(coop)).toEqual([
    { name: 'Camille Roux', role: 'mandateHolder', from: '2024-09-01' },
  ]);
});

test('touches nothing of another cooperative', async () => {
  const [coop, other] = [await coopWithHolder(), await coopWithHolder()];
  await hand(coop, newMail());
  expect(await shown(other)).toHaveLength(1);
});
