/** What became of a message of a platform; abandoned after the last try of the portal itself. */
export const inboxStatuses = [
  'received',
  'done',
  'ignored',
  'held',
  'failed',
  'abandoned',
] as const;
type InboxStatus = (typeof inboxStatuses)[number];

/** The four ways people look at the inbox. */
export const inboxGroups = ['booked', 'seen', 'check', 'refused'] as const;
export type InboxGroup = (typeof inboxGroups)[number];

/** What the decisions here need of an event. */
interface EventState {
  readonly status: InboxStatus;
  readonly deliveries: number;
  /** When it was last given to the worker: received, or played again. */
  readonly givenAt: string;
}

/** An event is worked on in seconds: after this, something was cut short. */
export const stuckAfterMs = 2 * 60_000;

/** What a person says of an event that may tell a known payment again. */
export const eventDecisions = ['same', 'other'] as const;
export type EventDecision = (typeof eventDecisions)[number];

/** Whether the portal began and never ended: it tries again by itself, a person may as well. */
export const isStuck = ({ status, givenAt }: EventState, now: string): boolean =>
  status === 'received' && Date.parse(now) - Date.parse(givenAt) > stuckAfterMs;

/** Whether an event may be played again; what is booked or without effect stays so. */
export const mayReplay = (event: EventState, now: string): boolean =>
  event.status === 'held' ||
  event.status === 'failed' ||
  event.status === 'abandoned' ||
  isStuck(event, now);

const groupOf: Readonly<Record<InboxStatus, InboxGroup>> = {
  done: 'booked',
  ignored: 'seen',
  received: 'check',
  held: 'check',
  abandoned: 'check',
  failed: 'refused',
};

/** Where an event is shown: by its state, and among those already seen when it came again. */
export function groupsOf({ status, deliveries }: EventState): readonly InboxGroup[] {
  const group = groupOf[status];
  return deliveries > 1 && group !== 'seen' ? [group, 'seen'] : [group];
}

/** Why an event that the portal gave up, or cut short, is shown. */
export const cutShortBecause = {
  abandoned:
    'Le portail n’a pas réussi à traiter ce message, après plusieurs essais. Rien n’est perdu\u00A0: rejouez-le, et prévenez le siège s’il revient ici.',
  stuck:
    'Le traitement de ce message a été interrompu. Le portail réessaie de lui-même toutes les quinze minutes\u00A0; vous pouvez aussi le rejouer.',
} as const;
