import { dayInParis, formatDay, formatLongDay, isDay } from '#shared/domain/dates.ts';

/** A long day stays on one line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00A0');

interface DayProps {
  /** `YYYY-MM-DD`; anything else is shown as it is. */
  readonly day: string;
  /** `31 août 2026` instead of `31/08/2026`. */
  readonly long?: boolean;
}

/** A calendar day. */
export const DayText = ({ day, long = false }: DayProps) => (
  <time dateTime={day}>
    {isDay(day) ? (long ? unbroken(formatLongDay(day)) : formatDay(day)) : day}
  </time>
);

const parisTime = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  hour: 'numeric',
  minute: '2-digit',
});

/** An instant (ISO, UTC) as it was in Paris: `31 août 2026 à 14:05`. */
export const InstantText = ({ instant }: { readonly instant: string }) => (
  <time dateTime={instant}>
    {unbroken(formatLongDay(dayInParis(instant)))} à{'\u00A0'}
    {parisTime.format(new Date(instant))}
  </time>
);
