import { formatLongDay, type Day } from '../dates.ts';

/** `Le 8 juin 2026`, `Du 8 au 12 juin 2026`, `Du 29 juin 2026 au 3 juillet 2026`; nothing without a start. */
export function periodText(startsOn?: Day, endsOn?: Day): string | undefined {
  if (startsOn === undefined) return undefined;
  if (endsOn === undefined || endsOn === startsOn) return `Le ${formatLongDay(startsOn)}`;
  const isOneMonth = startsOn.slice(0, 7) === endsOn.slice(0, 7);
  const [first = ''] = formatLongDay(startsOn).split(' ');
  return `Du ${isOneMonth ? first : formatLongDay(startsOn)} au ${formatLongDay(endsOn)}`;
}
