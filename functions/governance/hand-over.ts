import { ulid } from 'ulid';
import type { handOverEndpoint } from '#shared/contract/governance/handover.ts';
import type { Grant } from '#shared/domain/access/roles.ts';
import type { Day } from '#shared/domain/dates.ts';
import {
  planHandover,
  type HandoverPlan,
  type HeldGrant,
} from '#shared/domain/governance/handover.ts';
import { accept } from '#shared/domain/result.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit, type Write } from '#functions/stores/table.ts';
import {
  addUser,
  endGrant,
  findUser,
  findUserIdByMail,
  giveGrant,
  keepMandate,
  listMandates,
} from '#functions/stores/users.ts';
import { shownMandates } from './list-mandates.ts';

type HandOverCall = Call<typeof handOverEndpoint>;

/**
 * Hands the mandate over in one transaction: the rights of one end on a day, those of the other
 * begin the day after. Asked again, there is nothing left to do. Rules: MANDATE-1.
 */
export const handOver: UseCase<typeof handOverEndpoint> = async (call) => {
  const { actor, scope, body, now, today, requestId } = call;
  const successor = await successorOf(call);
  const plan = planHandover({
    leaverId: actor.userId,
    successorId: successor.userId,
    lastDay: body.lastDay,
    today,
    held: await heldGrants(scope, [actor.userId, successor.userId]),
  });
  if (!plan.ok) return plan;
  const writes = writesOf(scope, plan.value, successor);
  if (writes.length > 0)
    await commit([
      ...(successor.isNew ? addUser(successor.user) : []),
      ...writes,
      recordAct(scope, {
        act: 'hand-over',
        target: successor.userId,
        by: actor.userId,
        at: now,
        correlationId: requestId,
      }),
    ]);
  return accept({ mandates: await shownMandates(scope) });
};

interface Successor {
  readonly userId: string;
  readonly user: { readonly userId: string; readonly name: string; readonly mail: string };
  readonly isNew: boolean;
}

/** The person with that mail, added when nobody has it yet: the first sign-in will find them. */
async function successorOf({ body, now }: HandOverCall): Promise<Successor> {
  const knownId = await findUserIdByMail(body.successorMail);
  const known = knownId === undefined ? undefined : await findUser(knownId);
  if (known) {
    const { userId, name, mail } = known;
    return { userId, user: { userId, name, mail }, isNew: false };
  }
  const userId = ulid(Date.parse(now));
  const user = { userId, name: body.successorName, mail: body.successorMail };
  return { userId, user, isNew: true };
}

const isMandateIn = ({ role, place }: Grant, { coopId, department }: CoopScope): boolean =>
  role === 'mandateHolder' &&
  place.kind === 'coop' &&
  place.coopId === coopId &&
  place.department === department;

/** The mandates of these people and of everyone that the cooperative names. */
async function heldGrants(
  scope: CoopScope,
  userIds: readonly string[],
): Promise<readonly HeldGrant[]> {
  const named = (await listMandates(scope)).map(({ userId }) => userId);
  const users = await Promise.all([...new Set([...userIds, ...named])].map(findUser));
  return users.flatMap((user) =>
    user
      ? user.grants
          .filter((grant) => isMandateIn(grant, scope))
          .map((grant) => ({ userId: user.userId, name: user.name, grant }))
      : [],
  );
}

function writesOf(scope: CoopScope, plan: HandoverPlan, { user }: Successor): readonly Write[] {
  const ends = plan.ends.flatMap(({ userId, name, grant, lastDay }) => [
    endGrant(userId, grant, lastDay),
    keepMandate(scope, { userId, name, role: grant.role, from: grant.from, until: lastDay }),
  ]);
  return plan.beginsOn === undefined ? ends : [...ends, ...beginning(scope, user, plan.beginsOn)];
}

const beginning = (
  scope: CoopScope,
  { userId, name }: Successor['user'],
  from: Day,
): readonly Write[] => {
  const { department, coopId } = scope;
  const place = { kind: 'coop', department, coopId } as const;
  return [
    giveGrant(userId, { role: 'mandateHolder', place, from }),
    keepMandate(scope, { userId, name, role: 'mandateHolder', from }),
  ];
};
