import type { Movement } from '#shared/domain/payments/movement.ts';
import type { Report } from '#shared/domain/payments/reports/report.ts';
import { digestOfMovements } from '#functions/stores/movements.ts';
import type { ReceivedEvent } from '#functions/stores/received-events.ts';
import { importedTypes } from '../events/read-imported.ts';

/** More movements than a school has in one payout: a file that says so is looked at by a person. */
export const movementsMax = 1_000;

/** An event to come, and the movements that it points to: they are kept apart, before it. */
interface ImportedEvent {
  readonly event: Pick<ReceivedEvent, 'eventId' | 'type' | 'payload' | 'origin'>;
  readonly movements: readonly Movement[];
}

/**
 * The events that a file stands for, one for each payout, then the payments that none carries: those
 * still to be paid out, and those of payouts that the file does not name.
 * Their ids are those of the file: brought again, it changes nothing.
 */
export function eventsOf(report: Report, fileSha256: string): readonly ImportedEvent[] {
  const importedEvent = (
    slot: string,
    type: string,
    { lines, ...facts }: { readonly lines: readonly Movement[] },
  ): ImportedEvent => ({
    event: {
      eventId: `import-${fileSha256}-${slot}`,
      type,
      payload: JSON.stringify({ ...facts, linesSha256: digestOfMovements(lines) }),
      origin: 'import',
    },
    movements: lines,
  });
  const { payouts, awaiting, unnamed } = report;
  const payments = [...awaiting, ...unnamed.flatMap(({ lines }) => lines)];
  const parts = Array.from({ length: Math.ceil(payments.length / movementsMax) }, (_, part) =>
    payments.slice(part * movementsMax, (part + 1) * movementsMax),
  );
  return [
    ...payouts.map((payout) => importedEvent(payout.id, importedTypes.payout, payout)),
    ...parts.map((lines, index) =>
      importedEvent(`paiements-${index + 1}`, importedTypes.payments, { lines }),
    ),
  ];
}
