import type { CoopScope, DepartmentScope } from './scope.ts';
import type { Key } from './table.ts';

/**
 * Every key of the table. `kind` is written on each item too: the stream filters on it.
 * The access patterns are in docs/data-model.md.
 */
const inCoop =
  (sk: (...parts: string[]) => string) =>
  (scope: CoopScope, ...parts: string[]): Key => ({ pk: scope.pk, sk: sk(...parts) });

const inDepartment =
  (sk: (...parts: string[]) => string) =>
  (scope: DepartmentScope, ...parts: string[]): Key => ({ pk: scope.pk, sk: sk(...parts) });

export const inboxPartition = ({ pk }: CoopScope): string => `INBOX#${pk}`;

export const coopKeys = {
  coop: inCoop(() => 'COOP'),
  project: inCoop((projectId) => `PROJECT#${projectId}`),
  year: inCoop((yearId) => `YEAR#${yearId}`),
  /** An entry with all its lines; the year is in the key so that a year is one query. */
  entry: inCoop((yearId, entryId) => `ENTRY#${yearId}#${entryId}`),
  /** Says where an entry id was used: the same id never means two entries. */
  entryGuard: inCoop((entryId) => `ENTRYID#${entryId}`),
  attachment: inCoop((attachmentId) => `FILE#${attachmentId}`),
  collection: inCoop((collectionId) => `COLLECTION#${collectionId}`),
  family: inCoop((collectionId, familyId) => `FAMILY#${collectionId}#${familyId}`),
  /** From the reference a family quotes to its collecte. */
  familyReference: inCoop((reference) => `FAMILYREF#${reference}`),
  payment: inCoop((collectionId, paymentId) => `PAYMENT#${collectionId}#${paymentId}`),
  /** From the platform's payment to the collecte it belongs to. */
  platformPayment: inCoop((provider, paymentId) => `PLATFORMPAYMENT#${provider}#${paymentId}`),
  carry: inCoop((carryId) => `CARRY#${carryId}`),
  refund: inCoop((refundId) => `REFUND#${refundId}`),
  deposit: inCoop((depositId) => `DEPOSIT#${depositId}`),
  /**
   * What platforms send has a partition of its own: the function that is open to the world writes
   * there and can reach nothing else of the cooperative.
   */
  inbox: (scope: CoopScope, provider: string, eventId: string): Key => ({
    pk: inboxPartition(scope),
    sk: `INBOX#${provider}#${eventId}`,
  }),
  /** Beside each event that waits: what waits is one small query. */
  heldEvent: inCoop((provider, eventId) => `HELDEVENT#${provider}#${eventId}`),
  /** The movements of a payout or of a year end, under their digest, some to an item. */
  movements: inCoop((sha256, part) => `MOVEMENTS#${sha256}#${part}`),
  /** What a year end booked of the money that platforms held. */
  held: inCoop((yearId, sha256) => `HELD#${yearId}#${sha256}`),
  /** Beside an entry typed by hand that is the entry of a payout: of one only. */
  linkedEntry: inCoop((entryId) => `LINKEDENTRY#${entryId}`),
  /** The endpoints of the cooperative, by the digest of their token: they are listed without a scan. */
  endpoint: inCoop((tokenDigest) => `PLATFORM#${tokenDigest}`),
  /** Which columns hold what in the reports of a platform, by the digest of their titles. */
  reportColumns: inCoop((provider, headerSha256) => `REPORTCOLUMNS#${provider}#${headerSha256}`),
  payout: inCoop((provider, payoutId) => `PAYOUT#${provider}#${payoutId}`),
  bankAccount: inCoop((bankAccountId) => `BANK#${bankAccountId}`),
  /** The bank account in use for each account of the chart: 512, 514. */
  bankAccountNumber: inCoop((accountNumber) => `BANKNUMBER#${accountNumber}`),
  statement: inCoop((bankAccountId, statementId) => `STATEMENT#${bankAccountId}#${statementId}`),
  /** From the digest of a file to the fact that it was imported to the end. */
  statementFile: inCoop((bankAccountId, sha256) => `STATEMENTFILE#${bankAccountId}#${sha256}`),
  statementLine: inCoop((bankAccountId, lineId) => `LINE#${bankAccountId}#${lineId}`),
  match: inCoop((matchId) => `MATCH#${matchId}`),
  undoneMatch: inCoop((bankAccountId, matchId) => `UNDONEMATCH#${bankAccountId}#${matchId}`),
  /** How the files with these titles are read. */
  statementColumns: inCoop((headerSha256) => `STATEMENTCOLUMNS#${headerSha256}`),
  crf: inCoop((yearId) => `CRF#${yearId}`),
  crfInputs: inCoop((yearId) => `CRFINPUTS#${yearId}`),
  quitus: inCoop((yearId, quitusId) => `QUITUS#${yearId}#${quitusId}`),
  mandate: inCoop((userId, role, from) => `MANDATE#${userId}#${role}#${from}`),
  /** One mail to a family: `reminder-1`, `reminder-2`, or `receipt-` and a payment. */
  familyMail: inCoop(
    (collectionId, familyId, slot) => `FAMILYMAIL#${collectionId}#${familyId}#${slot}`,
  ),
  /** From the digest of an address that wants no more reminders of the cooperative. */
  mailStop: inCoop((mailDigest) => `MAILSTOP#${mailDigest}`),
  audit: inCoop((auditId) => `AUDIT#${auditId}`),
} as const;

export const departmentKeys = {
  department: inDepartment(() => 'DEPARTMENT'),
  /** The state of a cooperative, kept by the stream; one query gives the whole association. */
  summary: inDepartment((coopId) => `SUMMARY#${coopId}`),
  /** The frozen CRF of a cooperative: consolidation reads these, never entries. */
  filedCrf: inDepartment((yearId, coopId) => `FILEDCRF#${yearId}#${coopId}`),
  export: inDepartment((exportId) => `EXPORT#${exportId}`),
  audit: inDepartment((auditId) => `AUDIT#${auditId}`),
} as const;

export const userKey = (userId: string): Key => ({ pk: `USER#${userId}`, sk: 'USER' });
export const grantKey = (userId: string, place: string, role: string, from: string): Key => ({
  pk: `USER#${userId}`,
  sk: `GRANT#${place}#${role}#${from}`,
});
/** From what the identity provider says to our user. */
export const subjectKey = (subject: string): Key => ({ pk: `SUBJECT#${subject}`, sk: 'SUBJECT' });
export const mailKey = (mail: string): Key => ({ pk: `MAIL#${mail}`, sk: 'MAIL' });
export const sessionKey = (digest: string): Key => ({ pk: `SESSION#${digest}`, sk: 'SESSION' });
export const loginKey = (state: string): Key => ({ pk: `LOGIN#${state}`, sk: 'LOGIN' });
/** From the digest of a webhook's token to the cooperative it is for. */
export const endpointKey = (tokenDigest: string): Key => ({
  pk: `ENDPOINT#${tokenDigest}`,
  sk: 'ENDPOINT',
});
/** From the digest of the token of a family, or of a collecte, to what its page shows. */
export const familyLinkKey = (tokenDigest: string): Key => ({
  pk: `FAMILYLINK#${tokenDigest}`,
  sk: 'FAMILYLINK',
});
export const remindersPartition = (department: string): string => `REMINDERS#${department}`;
/** A collecte whose families the schedule reminds: the night reads these, and no cooperative. */
export const remindersKey = ({ department, coopId }: CoopScope, collectionId: string): Key => ({
  pk: remindersPartition(department),
  sk: `${coopId}#${collectionId}`,
});
/** From the digest of a quitus link to the year it is for. */
export const linkKey = (tokenDigest: string): Key => ({ pk: `LINK#${tokenDigest}`, sk: 'LINK' });
/** From the digest of a verification code to what it proves. */
export const paperKey = (codeDigest: string): Key => ({ pk: `PAPER#${codeDigest}`, sk: 'PAPER' });
/** The associations of the network. */
export const nationKey = (department: string): Key => ({ pk: 'NATION', sk: `D#${department}` });
export const unsettledPartition = (department: string): string => `UNSETTLED#${department}`;
/** Beside an event that waits or was refused, what its association may know of it. */
export const unsettledKey = (
  { department, coopId }: CoopScope,
  provider: string,
  eventId: string,
): Key => ({ pk: unsettledPartition(department), sk: `${coopId}#${provider}#${eventId}` });
/** An account of a platform, bound to one endpoint of one cooperative only. */
export const platformAccountKey = (platform: string, mode: string, accountId: string): Key => ({
  pk: `PLATFORMACCOUNT#${platform}#${mode}#${accountId}`,
  sk: 'PLATFORMACCOUNT',
});
/** Every endpoint in one place: sweeps go through them without scanning the table. */
export const sweepPartition = 'SWEEP';
/** How far the endpoint behind a token's digest was swept. */
export const sweepKey = (tokenDigest: string): Key => ({
  pk: sweepPartition,
  sk: `ENDPOINT#${tokenDigest}`,
});
