import type { Report } from '#shared/domain/payments/reports/report.ts';
import type { ReceivedEvent } from '#functions/stores/received-events.ts';
import { importedTypes } from '../events/read-imported.ts';

/** An event is one item of the table: this many movements stay well under its size. */
export const movementsMax = 1_000;

type ImportedEvent = Pick<ReceivedEvent, 'eventId' | 'type' | 'payload' | 'origin'>;

/**
 * The events that a file stands for, one for each payout, then the payments still to be paid out.
 * Their ids are those of the file: brought again, it changes nothing.
 */
export function eventsOf(report: Report, fileSha256: string): readonly ImportedEvent[] {
  const event = (slot: string, type: string, facts: unknown): ImportedEvent => ({
    eventId: `import-${fileSha256}-${slot}`,
    type,
    payload: JSON.stringify(facts),
    origin: 'import',
  });
  const { payouts, awaiting } = report;
  const parts = Array.from({ length: Math.ceil(awaiting.length / movementsMax) }, (_, part) =>
    awaiting.slice(part * movementsMax, (part + 1) * movementsMax),
  );
  return [
    ...payouts.map((payout) => event(payout.id, importedTypes.payout, payout)),
    ...parts.map((part, index) => event(`paiements-${index + 1}`, importedTypes.payments, part)),
  ];
}
