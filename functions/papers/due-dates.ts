import ical from 'ical-generator';
import { addDays, type Day } from '#shared/domain/dates.ts';

/** One day to pay something, as it stands in a calendar. */
export interface DueEvent {
  /** The same event always has the same one: a calendar read again changes it, and adds none. */
  readonly id: string;
  readonly dueOn: Day;
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

/**
 * A calendar file of whole days, in Paris: a day has no hour, so no time zone ever moves it.
 * `madeAt` is the only instant of the file.
 */
export function dueDatesFile(name: string, events: readonly DueEvent[], madeAt: string): string {
  // Without a zone of its own the library writes days as given, wherever it runs.
  const calendar = ical({ name, prodId: '//Tirelire//Echeances//FR' });
  calendar.x('X-WR-TIMEZONE', 'Europe/Paris');
  for (const { id, dueOn, title, text, url } of events)
    calendar.createEvent({
      id,
      start: new Date(`${dueOn}T00:00:00Z`),
      end: new Date(`${addDays(dueOn, 1)}T00:00:00Z`),
      allDay: true,
      stamp: new Date(madeAt),
      summary: title,
      description: text,
      url,
    });
  return calendar.toString();
}
