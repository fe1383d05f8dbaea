import type { Day } from '../dates.ts';
import { findAccount, type Chart } from '../ledger/chart.ts';
import type { Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import { pupilName } from './pupil.ts';

/** A request for money to families: a trip, an outing, a yearly contribution. */
export interface Collection {
  readonly id: string;
  readonly title: string;
  readonly purpose?: string | undefined;
  readonly accountNumber: string;
  readonly projectId?: string | undefined;
  readonly expectedCents: Cents;
  readonly dueOn: Day;
  /** `opening` until every family of the list is written; nobody sees it before. */
  readonly status: 'opening' | 'open' | 'closed';
  readonly createdAt: string;
  readonly familyCount: number;
  /** Digest of what was asked when it was opened: tells a retry from another content. */
  readonly contentSha256: string;
}

/** A family of a collecte: a pupil's first name and initial, never more. */
export interface Family {
  readonly id: string;
  readonly collectionId: string;
  readonly pupil: string;
  readonly className: string;
  readonly reference: string;
  readonly expectedCents: Cents;
}

/** A family as the list of a new collecte gives it. */
interface NewFamily {
  readonly id: string;
  readonly pupil: string;
  readonly className: string;
  /** A reduced amount, or zero; the amount of the collecte when absent. */
  readonly expectedCents?: Cents | undefined;
}

/** What a new collecte asks for. */
export interface CollectionContent {
  readonly title: string;
  readonly purpose?: string | undefined;
  readonly accountNumber: string;
  readonly projectId?: string | undefined;
  readonly expectedCents: Cents;
  readonly dueOn: Day;
  readonly families: readonly NewFamily[];
}

/** The content in one fixed order, pupils already reduced: equal text means equal content. */
export const collectionFacts = (content: CollectionContent): string =>
  JSON.stringify([
    content.title,
    content.purpose ?? '',
    content.accountNumber,
    content.projectId ?? '',
    content.expectedCents,
    content.dueOn,
    content.families.map((family) => [
      family.id,
      pupilName(family.pupil),
      family.className,
      family.expectedCents ?? content.expectedCents,
    ]),
  ]);

/**
 * Whether a collecte may be opened so: an income account of the chart, a project of the
 * cooperative, each family once.
 */
export function checkCollection(
  content: CollectionContent,
  chart: Chart,
  projectIds: readonly string[],
): Result<CollectionContent, 'account_unknown' | 'account_not_allowed' | 'input_invalid'> {
  const account = findAccount(chart, content.accountNumber);
  if (!account) return reject('account_unknown', 'accountNumber');
  if (account.kind !== 'income') return reject('account_not_allowed', 'accountNumber');
  if (content.projectId !== undefined && !projectIds.includes(content.projectId))
    return reject('input_invalid', 'projectId');
  if (new Set(content.families.map(({ id }) => id)).size !== content.families.length)
    return reject('input_invalid', 'families');
  return accept(content);
}
