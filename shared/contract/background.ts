/** The kinds of items of the table that background work is fed with. */
export type StreamedKind = 'inbox' | 'year' | 'crf' | 'export';

/** What the table's stream feeds: the function, and the kinds of written items it is given. */
export const streamConsumers = [
  { functionName: 'payments-worker', kinds: ['inbox'] },
  { functionName: 'headoffice-worker', kinds: ['year', 'crf', 'export'] },
] as const satisfies readonly {
  readonly functionName: string;
  readonly kinds: readonly StreamedKind[];
}[];

/** What has an hour, in Europe/Paris: the function, its cron (minute hour day month weekday). */
export const schedules = [
  { functionName: 'headoffice-scheduled', name: 'nightly-export', minute: 15, hour: 3 },
] as const;

export const timeZone = 'Europe/Paris';
