import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listInboxEndpoint } from '#shared/contract/payments/inbox.ts';
import type { InboxGroup } from '#shared/domain/payments/inbox-state.ts';
import { platformNameOf } from '#shared/domain/payments/payout-entry.ts';
import type { StatusTone } from '#web/ui/status-tag.tsx';

/** A message of a platform, with what became of it. */
export type Received = AnswerOf<typeof listInboxEndpoint>['events'][number];

/** The groups of the inbox, the one that asks for something first. */
export const groupWords: readonly { readonly id: InboxGroup; readonly label: string }[] = [
  { id: 'check', label: 'À vérifier' },
  { id: 'booked', label: 'Comptabilisé' },
  { id: 'seen', label: 'Déjà vu' },
  { id: 'refused', label: 'Refusé' },
];

/** What is said of a group without any message. */
export const emptyWords: Readonly<Record<InboxGroup, string>> = {
  check: 'Rien à vérifier.',
  booked: 'Aucun message comptabilisé pour l’instant.',
  seen: 'Aucun message reçu deux fois, ni sans effet.',
  refused: 'Aucun message refusé.',
};

/** The state of a message in one word. */
export const statusWords: Readonly<
  Record<Received['status'], { readonly word: string; readonly tone: StatusTone }>
> = {
  received: { word: 'En cours', tone: 'info' },
  done: { word: 'Comptabilisé', tone: 'success' },
  ignored: { word: 'Sans effet', tone: 'neutral' },
  held: { word: 'En attente', tone: 'warning' },
  failed: { word: 'Refusé', tone: 'danger' },
  abandoned: { word: 'Abandonné', tone: 'danger' },
};

const typeWords: Readonly<Record<string, string>> = {
  'payment.created': 'paiement annoncé',
  'payment.pending': 'paiement en attente',
  'payment.succeeded': 'paiement reçu',
  'payment.failed': 'paiement refusé',
  'payment.refunded': 'paiement remboursé',
  'payment.disputed': 'paiement contesté',
  'payout.created': 'versement annoncé',
  'payout.paid': 'versement arrivé',
  'payout.failed': 'versement rejeté',
  'sweep.payment': 'paiement',
  'sweep.payout': 'versement',
  'import.payout': 'versement',
  'import.payments': 'paiements pas encore versés',
  unreadable: 'message illisible',
};

/** The message in words; as the platform names it when we have none. */
export const titleOf = ({ provider, type }: Pick<Received, 'provider' | 'type'>): string =>
  `${platformNameOf(provider)}, ${typeWords[type] ?? type}`;

/** How many times it came. */
export const timesOf = ({ deliveries }: Pick<Received, 'deliveries'>): string =>
  `${deliveries} fois`;

const originWords: Readonly<Record<Received['origin'], string>> = {
  webhook: 'Message de la plateforme',
  sweep: 'Relecture de la plateforme',
  import: 'Fichier importé',
};

/** Where it comes from, and which secret vouched for it. */
export function originOf({ origin, signedWith }: Pick<Received, 'origin' | 'signedWith'>): string {
  if (origin !== 'webhook') return originWords[origin];
  if (signedWith === undefined) return 'Avis non signé, relu sur la plateforme';
  return signedWith === 'current'
    ? 'Message signé avec le secret actuel'
    : 'Message signé avec l’ancien secret';
}
