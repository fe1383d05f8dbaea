/** The kinds of items of the table that background work is fed with. */
export type StreamedKind = 'inbox' | 'coop' | 'collection' | 'year' | 'crf' | 'export';

/** What the table's stream feeds: the function, and the kinds of written items it is given. */
export const streamConsumers = [
  // A collecte or a year that opens may be what a payment was waiting for.
  { functionName: 'payments-worker', kinds: ['inbox', 'collection', 'year'] },
  { functionName: 'headoffice-worker', kinds: ['coop', 'year', 'crf', 'export'] },
] as const satisfies readonly {
  readonly functionName: string;
  readonly kinds: readonly StreamedKind[];
}[];

/** What has an hour, in Europe/Paris: the function, its cron (minute hour day month weekday). */
export const schedules = [
  { functionName: 'headoffice-scheduled', name: 'nightly-export', minute: 15, hour: 3 },
] as const;

export const timeZone = 'Europe/Paris';
