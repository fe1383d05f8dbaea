import type { Day } from '../dates.ts';
import { findAccount, type Chart } from '../ledger/chart.ts';
import type { Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import { addsUpTo, inOrder, type Instalment } from './instalments.ts';
import { isPaymentPage, type PaymentPage } from './payment-page.ts';
import { pupilName } from './pupil.ts';

export const collectionKinds = ['trip', 'contribution', 'photos', 'tickets', 'sale'] as const;

/** What the money is for. A `contribution` is free: no amount is expected of anybody. */
export type CollectionKind = (typeof collectionKinds)[number];

/** What may still change while a collecte is open. */
export interface CollectionSettings {
  readonly purpose?: string | undefined;
  readonly dueOn: Day;
  /** When the trip or the sale takes place, both days included. */
  readonly startsOn?: Day | undefined;
  readonly endsOn?: Day | undefined;
  /** How many seats there are; without it nobody counts them. */
  readonly capacity?: number | undefined;
  /** Where families pay online. */
  readonly paymentPage?: PaymentPage | undefined;
}

/** A request for money to families: a trip, an outing, a yearly contribution. */
export interface Collection extends CollectionSettings {
  readonly id: string;
  readonly kind: CollectionKind;
  readonly title: string;
  readonly accountNumber: string;
  readonly projectId?: string | undefined;
  /** What each family is asked for; zero when it gives what it wants. */
  readonly expectedCents: Cents;
  /** In the order of their days; they add up to the expected amount. Empty: all at once. */
  readonly instalments: readonly Instalment[];
  /** Opens the page of the collecte to whoever holds it; shown to the mandataire alone. */
  readonly shareToken: string;
  readonly seatsTaken: number;
  /** `opening` until every family of the list is written; nobody sees it before. */
  readonly status: 'opening' | 'open' | 'closed' | 'cancelled';
  readonly createdAt: string;
  readonly familyCount: number;
  /** Digest of what was asked when it was opened: tells a retry from another content. */
  readonly contentSha256: string;
}

export type SeatAnswer = 'confirmed' | 'declined';

/** A family of a collecte: a pupil's first name and initial, never more. */
export interface Family {
  readonly id: string;
  readonly collectionId: string;
  readonly pupil: string;
  readonly className: string;
  readonly reference: string;
  readonly expectedCents: Cents;
  /** Opens the family's own page; shown to the mandataire alone. */
  readonly token: string;
  /** Where reminders go, when the family gave it. Never in a list, a log or an address. */
  readonly contactMail?: string | undefined;
  readonly seat?: SeatAnswer | undefined;
  /** Grows with each act on the family's money: two acts at once never count the same euro. */
  readonly version: number;
}

/** A family as the list of a collecte gives it. */
export interface NewFamily {
  readonly id: string;
  readonly pupil: string;
  readonly className: string;
  /** A reduced amount, or zero; the amount of the collecte when absent. */
  readonly expectedCents?: Cents | undefined;
  readonly contactMail?: string | undefined;
}

/** What a new collecte asks for. */
export interface CollectionContent extends CollectionSettings {
  readonly kind: CollectionKind;
  readonly title: string;
  readonly accountNumber: string;
  readonly projectId?: string | undefined;
  readonly expectedCents: Cents;
  readonly instalments: readonly Instalment[];
  readonly families: readonly NewFamily[];
}

/** Whether families give what they want: nothing is awaited, nothing is too much. */
export const isFree = ({ kind }: Pick<Collection, 'kind'>): boolean => kind === 'contribution';

/** The content in one fixed order, pupils already reduced: equal text means equal content. */
export const collectionFacts = (content: CollectionContent): string =>
  JSON.stringify([
    content.kind,
    content.title,
    content.purpose ?? '',
    content.accountNumber,
    content.projectId ?? '',
    content.expectedCents,
    content.dueOn,
    content.startsOn ?? '',
    content.endsOn ?? '',
    content.capacity ?? '',
    content.paymentPage ? [content.paymentPage.provider, content.paymentPage.url] : '',
    content.instalments.map(({ dueOn, amountCents }) => [dueOn, amountCents]),
    content.families.map((family) => familyFacts(family, content.expectedCents)),
  ]);

/** A family of the list in one fixed order: equal text means the same family. */
export const familyFacts = (family: NewFamily, expectedCents: Cents): string =>
  JSON.stringify([
    family.id,
    pupilName(family.pupil),
    family.className,
    family.expectedCents ?? expectedCents,
    family.contactMail ?? '',
  ]);

export type CollectionRejection =
  | 'account_unknown'
  | 'account_not_allowed'
  | 'input_invalid'
  | 'instalments_unequal'
  | 'payment_page_refused';

/**
 * Whether a collecte may be opened so: an income account of the chart, a project of the
 * cooperative, each family once, an amount unless it is free, instalments that add up.
 */
export function checkCollection(
  content: CollectionContent,
  chart: Chart,
  projectIds: readonly string[],
): Result<CollectionContent, CollectionRejection> {
  const account = findAccount(chart, content.accountNumber);
  if (!account) return reject('account_unknown', 'accountNumber');
  if (account.kind !== 'income') return reject('account_not_allowed', 'accountNumber');
  if (content.projectId !== undefined && !projectIds.includes(content.projectId))
    return reject('input_invalid', 'projectId');
  if (new Set(content.families.map(({ id }) => id)).size !== content.families.length)
    return reject('input_invalid', 'families');
  if (isFree(content) !== (content.expectedCents === 0))
    return reject('input_invalid', 'expectedCents');
  if (!inOrder(content.instalments)) return reject('input_invalid', 'instalments');
  if (!addsUpTo(content.instalments, content.expectedCents))
    return reject('instalments_unequal', 'instalments');
  const settings = checkSettings(content);
  return settings.ok ? accept(content) : settings;
}

/** Whether the period goes forward, and the page is one where families may be sent to pay. */
export function checkSettings(
  settings: CollectionSettings,
): Result<CollectionSettings, 'input_invalid' | 'payment_page_refused'> {
  const { startsOn, endsOn, paymentPage } = settings;
  if (endsOn !== undefined && (startsOn === undefined || endsOn < startsOn))
    return reject('input_invalid', 'endsOn');
  if (paymentPage && !isPaymentPage(paymentPage))
    return reject('payment_page_refused', 'paymentPage');
  return accept(settings);
}
