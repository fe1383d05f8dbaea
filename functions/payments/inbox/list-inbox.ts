import type { listInboxEndpoint } from '#shared/contract/payments/inbox.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { listEvents } from '#functions/stores/inbox.ts';
import { eventView } from './event-view.ts';

/** What platforms told us and what became of it, newest first; never what they said. */
export const listInbox: UseCase<typeof listInboxEndpoint> = async ({ scope, now }) =>
  accept({ events: (await listEvents(scope)).map((event) => eventView(event, now)) });
