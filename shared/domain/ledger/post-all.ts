import { accept, type Result } from '../result.ts';
import type { Chart } from './chart.ts';
import type { EntryContent, PostedEntry } from './entry.ts';
import type { FiscalYear } from './fiscal-year.ts';
import { postEntry, yearAfter, type PostRejection, type Posting } from './post-entry.ts';

/**
 * Posts new entries one after the other in one year: all, or none and the first refusal. Each
 * has its own salt, so the means to post are asked for each time.
 */
export function postAll(
  contents: readonly EntryContent[],
  year: FiscalYear,
  chart: Chart,
  posting: () => Posting,
): Result<readonly PostedEntry[], PostRejection> {
  let reached = year;
  const entries: PostedEntry[] = [];
  for (const content of contents) {
    const posted = postEntry(content, { year: reached, chart }, posting());
    if (!posted.ok) return posted;
    reached = yearAfter(reached, posted.value);
    entries.push(posted.value);
  }
  return accept(entries);
}
