import type { inspectEventEndpoint } from '#shared/contract/payments/inbox.ts';
import { maskedFields } from '#shared/domain/payments/masked-message.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findEvent } from '#functions/stores/inbox.ts';
import { commit } from '#functions/stores/table.ts';
import { guardedJson } from '#functions/platform/guarded-json.ts';

/**
 * Shows the message of an event to somebody who helps: masked, or whole for a reason. The look is
 * recorded before anything is shown, with the reason when the message is whole.
 */
export const inspectEvent: UseCase<typeof inspectEventEndpoint> = async (call) => {
  const { scope, params, body, actor, now, requestId } = call;
  const event = await findEvent(scope, params.provider, params.eventId);
  if (!event) return reject('not_found');
  const isWhole = body.kind === 'whole';
  await commit([
    recordAct(scope, {
      act: isWhole ? 'read-whole-event' : 'read-masked-event',
      target: `${event.provider}.${event.eventId}`,
      by: actor.userId,
      at: now,
      correlationId: requestId,
      ...(isWhole && { reason: body.reason }),
    }),
  ]);
  const json = guardedJson(event.payload);
  return accept({
    fields: json ? maskedFields(json.value) : [],
    ...(isWhole && {
      message: event.payload,
      readable: json && JSON.stringify(json.value, undefined, 2),
    }),
  });
};
