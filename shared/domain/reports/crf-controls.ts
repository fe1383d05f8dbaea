import { booksControls } from './books-controls.ts';
import { closingControls } from './closing-controls.ts';
import type { Control, CrfControl, CrfEvidence } from './control.ts';
import { moneyControls } from './money-controls.ts';
import { quitusControls } from './quitus-controls.ts';

/** Every control, in the order they are shown. Rules: CRF-2 (docs/rules.md). */
const controls: readonly Control[] = [
  ...closingControls,
  ...moneyControls,
  ...quitusControls,
  ...booksControls,
];

/** What all the controls find before a CRF is filed. */
export function controlsOf(evidence: Omit<CrfEvidence, 'posted'>): readonly CrfControl[] {
  const posted = evidence.entries.filter((entry) => entry.status === 'posted');
  return controls.map((control) => control({ ...evidence, posted }));
}

/** Whether nothing forbids filing. */
export const allowsFiling = (found: readonly CrfControl[]): boolean =>
  found.every(({ level }) => level !== 'blocking');
