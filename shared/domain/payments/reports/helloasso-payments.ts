import { zeroCents } from '../../money.ts';
import { searchable } from '../../text.ts';
import type { Cells, Layout } from './layout.ts';
import type { RowReading } from './report.ts';
import { noonOf, writtenAmount, writtenDay, writtenId, writtenText } from './row.ts';

const paidStates = new Set(['paye', 'valide', 'autorise']);
const unpaidStates = new Set(['refuse', 'annule', 'en attente', 'a venir', 'abandonne']);

/**
 * The export of payments of HelloAsso's back office: euros, days as `03/03/2026 10:00:00`. It says
 * the day of a payout and not its name, and two payouts may be of one day: it has payments only.
 */
export const helloAssoPayments: Layout = {
  id: 'helloasso-paiements',
  name: 'Export des paiements HelloAsso',
  house: 'helloasso',
  titles: ['Référence paiement', 'Montant total', 'Statut du paiement', 'Versé'],
  unit: 'euros',
  read: readRow,
};

function readRow({ at, reference, row }: Cells): RowReading {
  const state = searchable(at('Statut du paiement'));
  const isOffline = state === 'hors ligne' || searchable(at('Versé')) === 'hors ligne';
  if (isOffline) return { kind: 'leftOut', reason: 'offline' };
  if (unpaidStates.has(state)) return { kind: 'leftOut', reason: 'unpaid' };
  if (!paidStates.has(state))
    return problem(
      `Le statut «\u00A0${writtenText(at('Statut du paiement')) ?? ''}\u00A0» n’est pas un paiement simple. Importez l’export du versement.`,
    );
  const paymentId = writtenId(at('Référence paiement'));
  const grossCents = writtenAmount(at('Montant total'), 'euros');
  const paidOn = writtenDay(at('Date du paiement'));
  if (paymentId === undefined) return problem('La référence du paiement manque.');
  if (grossCents === undefined || grossCents <= 0)
    return problem('Le montant n’est pas un montant en euros.');
  if (paidOn === undefined) return problem('La date du paiement est illisible.');
  const isOut = searchable(at('Versé')) === 'oui';
  const arrivalOn = isOut ? writtenDay(at('Date du versement')) : undefined;
  if (isOut && arrivalOn === undefined) return problem('La date du versement est illisible.');
  return {
    kind: 'line',
    line: {
      row,
      movement: {
        movementId: `charge.${paymentId}`,
        kind: 'charge',
        paymentId,
        familyReference: reference,
        campaign: writtenText(at('Campagne')),
        payerName: writtenText(`${at('Prénom payeur')} ${at('Nom payeur')}`),
        grossCents,
        feeCents: zeroCents,
        netCents: grossCents,
        paidAt: noonOf(paidOn),
      },
      ...(arrivalOn && { paidOutOn: arrivalOn }),
    },
  };
}

const problem = (message: string): RowReading => ({ kind: 'problem', message });
