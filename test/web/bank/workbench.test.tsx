import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Reconciliation } from '#web/features/bank/reconciliation.ts';
import type { Matching } from '#web/features/bank/use-matching.ts';
import { Workbench } from '#web/features/bank/workbench.tsx';
import { books, entry, line } from './books.ts';

const done: string[] = [];

/** What the screen asks for, written down. */
const matching: Matching = {
  confirm: (lines, entryIds) =>
    done.push(`confirm ${lines.map(({ id }) => id).join('+')} = ${entryIds.join('+')}`),
  undo: (matchId) => done.push(`undo ${matchId}`),
  undoLast: () => void done.push('undo last'),
  matchAll: () => done.push('match all'),
  undoAll: (batchId) => done.push(`undo all ${batchId}`),
  mark: ({ lineId, mark, note }) => done.push(`mark ${lineId} ${mark} ${note ?? ''}`.trim()),
  busyLineIds: new Set(),
  undoing: undefined,
  isMatchingAll: false,
  isUndoingAll: false,
};

beforeEach(() => {
  done.length = 0;
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const open = (given: Reconciliation = books, mayWrite = true) =>
  render(<Workbench coopId="c" reconciliation={given} matching={matching} mayWrite={mayWrite} />);

const key = (name: string, more: object = {}) =>
  act(
    () => void fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more }),
  );

const goTo = (label: string) =>
  act(() => document.querySelector<HTMLElement>(`[data-line="${label}"]`)?.focus());

/** Goes to the first line as a person does, then presses these keys where the focus is. */
async function press(...keys: readonly string[]) {
  await goTo('sure');
  for (const name of keys) await key(name);
}

test('Enter confirms the first suggestion of the line', async () => {
  open();
  await press('Enter');
  expect(done).toEqual(['confirm sure = e1']);
});

test('j goes to the next line, and 1 confirms its suggestion', async () => {
  open();
  await press('j', '1');
  expect(done).toEqual(['confirm possible = e2']);
});

test('arrows stop at both ends', async () => {
  open();
  await press(
    'ArrowUp',
    'ArrowDown',
    'ArrowDown',
    'ArrowDown',
    'ArrowDown',
    'ArrowDown',
    'k',
    'k',
    'Enter',
  );
  expect(done).toEqual(['confirm possible = e2']);
});

test('a number without a suggestion does nothing, nor does one that does not balance', async () => {
  open();
  await press('2', '3', 'j', 'j', 'Enter');
  expect(done).toEqual([]);
});

test('a suggestion that does not balance is shown and not confirmed', async () => {
  open({ ...books, proposals: books.proposals.map((one) => ({ ...one, balances: false })) });
  await press('Enter');
  expect(done).toEqual([]);
  expect(screen.getByText('même numéro de chèque')).toBeTruthy();
});

test('s ticks entries and g matches the line with all of them', async () => {
  open({
    ...books,
    waitingEntries: [entry('e1', '2025-10-01', -400), entry('e2', '2025-09-20', -600)],
    proposals: [],
  });
  await goTo('none');
  await key('s');
  const boxes = within(screen.getByRole('region', { name: 'Journal' })).getAllByRole('checkbox');
  expect(boxes).toContain(document.activeElement);
  for (const box of boxes) await act(() => box.click());
  await key('g');
  expect(done).toEqual(['confirm none = e1+e2']);
});

test('x chooses several lines for one entry', async () => {
  open();
  await press('x', 'j', 'x');
  const pane = within(screen.getByRole('region', { name: 'Journal' }));
  await act(() => pane.getAllByRole('checkbox')[0]?.click());
  expect(screen.getByText(/2 lignes/u)).toBeTruthy();
  await act(() => screen.getByRole('button', { name: 'Rapprocher' }).click());
  // They do not balance: the button says why and does nothing.
  expect(done).toEqual([]);
  expect(screen.getByText('Les deux côtés doivent avoir le même montant.')).toBeTruthy();
});

test('e leaves a line to be explained, with a note', async () => {
  open();
  await press('e');
  const note = screen.getByLabelText(/Ce qu’il faut savoir/u);
  await act(() => void fireEvent.input(note, { target: { value: 'Demander à Paul' } }));
  await act(() => screen.getByRole('button', { name: /Noter/u }).click());
  expect(done).toEqual(['mark sure toExplain Demander à Paul']);
});

test('u takes back the last match, and ? shows the keys', async () => {
  open();
  await press('u', '?');
  expect(done).toEqual(['undo last']);
  expect(screen.getByRole('heading', { name: 'Rapprocher au clavier' })).toBeTruthy();
});

test('after the last line the keys still work, and what is said is read', async () => {
  const last = { ...books, lines: books.lines.filter(({ id }) => id === 'sure') };
  const { rerender } = open(last);
  await goTo('sure');
  const explained = { ...last, lines: last.lines.map((one) => ({ ...one, matchId: 'm1' })) };
  await act(() =>
    rerender(<Workbench coopId="c" reconciliation={explained} matching={matching} mayWrite />),
  );
  expect(document.activeElement?.textContent).toBe(
    'Toutes les lignes de la banque sont rapprochées.',
  );
  await key('u');
  expect(done).toEqual(['undo last']);
});

test('a key with a modifier is the browser’s', async () => {
  open();
  await goTo('sure');
  await key('u', { ctrlKey: true });
  expect(done).toEqual([]);
});

test('who may only read sees the lines and can confirm nothing', async () => {
  open(books, false);
  await press('Enter', 'u', 'g');
  expect(done).toEqual([]);
  expect(screen.queryByRole('button', { name: /Confirmer/u })).toBeNull();
});

test('a thousand lines show twenty, and the others are asked for', () => {
  open({
    ...books,
    lines: Array.from({ length: 1_000 }, (_, index) => line(`n${index}`, '2025-10-09')),
    proposals: [],
  });
  expect(screen.getAllByRole('button', { name: /LIGNE/u })).toHaveLength(20);
  expect(screen.getByText('20 sur 1000.')).toBeTruthy();
});
