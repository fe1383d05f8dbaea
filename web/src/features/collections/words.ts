import type { CollectionKind } from '#shared/domain/collections/collection.ts';
import type { ListProblem } from '#shared/domain/collections/family-list.ts';
import type { PaymentPageProvider } from '#shared/domain/collections/payment-page.ts';
import type { Collection, Family } from './queries.ts';
import type { StatusTone } from '#web/ui/status-tag.tsx';

/** What each kind of collecte is called, and the account it usually goes to. */
export const kindWords: Readonly<
  Record<
    CollectionKind,
    { readonly label: string; readonly hint: string; readonly accountNumber: string }
  >
> = {
  trip: { label: 'Sortie ou voyage', hint: 'Un montant par enfant', accountNumber: '7080' },
  contribution: {
    label: 'Participation de l’année',
    hint: 'Volontaire et libre, sans montant',
    accountNumber: '7562',
  },
  photos: { label: 'Photos', hint: 'Une pochette par enfant', accountNumber: '7070' },
  tickets: {
    label: 'Billets d’une fête',
    hint: 'Spectacle, kermesse, loto',
    accountNumber: '7080',
  },
  sale: { label: 'Vente', hint: 'Gâteaux, chocolats, objets', accountNumber: '7070' },
};

export const statusWords: Readonly<
  Record<Collection['status'], { readonly word: string; readonly tone: StatusTone }>
> = {
  open: { word: 'En cours', tone: 'info' },
  closed: { word: 'Terminée', tone: 'neutral' },
  cancelled: { word: 'Annulée', tone: 'warning' },
};

/** Why a line of the list is not read. */
export const problemWords: Readonly<Record<ListProblem, string>> = {
  pupil_missing: 'le prénom manque',
  class_missing: 'la classe manque',
  too_long: 'plus de 30 caractères',
  amount_unreadable: 'le montant ne se lit pas (exemple\u00A0: 20,50)',
};

export const providerWords: Readonly<Record<PaymentPageProvider, string>> = {
  helloasso: 'HelloAsso',
  jaikan: 'Jaïkan',
  stripe: 'Stripe',
  scellius: 'Scellius',
  lyra: 'Lyra, PayZen, Systempay',
  gocardless: 'GoCardless',
  mollie: 'Mollie',
  sumup: 'SumUp',
  payplug: 'PayPlug',
  other: 'Autre site',
};

const stateWords: Readonly<
  Record<Family['state'], { readonly word: string; readonly tone: StatusTone }>
> = {
  unpaid: { word: 'Pas encore', tone: 'neutral' },
  partlyPaid: { word: 'En partie', tone: 'warning' },
  paid: { word: 'Payé', tone: 'success' },
  overpaid: { word: 'Trop-perçu', tone: 'info' },
  free: { word: 'Sans réponse', tone: 'neutral' },
};

/** Where a family stands, in the words of its collecte. */
export function stateWordsOf({ kind, status }: Collection, { state, overdrawnCents }: Family) {
  if (overdrawnCents > 0) return { word: 'À régulariser', tone: 'danger' } as const;
  if (status === 'cancelled')
    return state === 'free'
      ? ({ word: 'Rien à rendre', tone: 'neutral' } as const)
      : ({ word: 'À rendre', tone: 'warning' } as const);
  if (kind === 'contribution' && state === 'paid')
    return { word: 'A participé', tone: 'success' } as const;
  return stateWords[state];
}
