/** The kinds of items of the table that background work is fed with. */
export type StreamedKind =
  | 'inbox'
  | 'coop'
  | 'collection'
  | 'year'
  | 'crf'
  | 'export'
  | 'payout'
  | 'endpoint'
  | 'payment'
  | 'familyMail'
  | 'bankAccount'
  | 'statement'
  | 'mandate';

/** What the table's stream feeds: the function, and the kinds of written items it is given. */
export const streamConsumers = [
  // A collecte or a year that opens, a pause that ends: each may be what a payment waited for.
  { functionName: 'payments-worker', kinds: ['inbox', 'collection', 'year', 'payout', 'endpoint'] },
  // A payment that arrives has its receipt; a mail that is queued leaves.
  { functionName: 'families-worker', kinds: ['payment', 'familyMail'] },
  // A statement or a mandate changes what the association knows of its bank accounts.
  {
    functionName: 'headoffice-worker',
    kinds: ['coop', 'year', 'crf', 'export', 'bankAccount', 'statement', 'mandate'],
  },
] as const satisfies readonly {
  readonly functionName: string;
  readonly kinds: readonly StreamedKind[];
}[];

/** What starts by itself: at an hour of Europe/Paris, or again and again. */
export type Schedule = {
  readonly functionName: string;
  readonly name: string;
} & ({ readonly hour: number; readonly minute: number } | { readonly everyMinutes: number });

/** What starts by itself, and the function that it starts with its name. */
export const schedules = [
  { functionName: 'headoffice-scheduled', name: 'nightly-export', minute: 15, hour: 3 },
  // When families read their mail, and not at night.
  { functionName: 'families-scheduled', name: 'reminders', minute: 30, hour: 17 },
  // What the messages of platforms left out: soon, then again over the last three days.
  { functionName: 'payments-scheduled', name: 'hot-sweep', everyMinutes: 15 },
  { functionName: 'payments-scheduled', name: 'nightly-sweep', minute: 40, hour: 1 },
] as const satisfies readonly Schedule[];

export const timeZone = 'Europe/Paris';
