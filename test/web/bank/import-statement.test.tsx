import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ImportStatement } from '#web/features/bank/import-statement.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const statement = (newLineCount: number) => ({
  id: 's',
  openingCents: 0,
  closingCents: 0,
  from: '2026-03-01',
  to: '2026-03-31',
  lineCount: newLineCount,
  newLineCount,
  knownLineCount: 0,
  balanceCheck: 'agrees',
});
const read = (newLineCount: number, probableTwins: readonly object[] = []) => ({
  statements: [statement(newLineCount)],
  alreadyImported: false,
  probableTwins,
});
const refused = (code: string, detail: string, errors: readonly object[] = []) =>
  Response.json({ status: 422, code, detail, errors }, { status: 422 });

const line = { date: '2026-03-10', label: 'REMISE', amountCents: 3_000 };

/** A portal that answers each file by its name; unknown tables once they are told, and remembered. */
function open({ hasLines = false } = {}) {
  const imported: string[] = [];
  const told: boolean[] = [];
  const done = vi.fn();
  vi.stubGlobal('fetch', async (path: string, init: { method?: string; body?: unknown } = {}) => {
    const name = init.body instanceof File ? init.body.name : '';
    if (path.includes('/preview'))
      return Response.json({ read: { lineCount: 1, totalCents: 1, from: '', to: '', lines: [] } });
    if (init.method !== 'POST') return Response.json({});
    imported.push(name);
    if (path.includes('dateOrder')) told.push(true);
    if (name === 'souvenir.qif')
      return path.includes('reread=yes')
        ? Response.json(read(3))
        : Response.json({ ...read(2), readAs: { dateOrder: 'mdy', flipSigns: 'no' } });
    if (name.endsWith('.qif') && told.length === 0)
      return refused('statement_needs_date_order', 'Dans quel ordre ?');
    if (name === 'casse.ofx')
      return refused('statement_unreadable', 'Ce fichier n’a pas pu être lu.', [
        { field: 'line-12', code: 'x', message: 'x' },
      ]);
    if (name === 'double.ofx' && !path.includes('keepProbable'))
      return Response.json(read(1, [{ line, known: line }]));
    return Response.json(read(2));
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ImportStatement coopId="tilleuls" bankAccountId="B1" hasLines={hasLines} onImported={done} />
    </QueryClientProvider>,
  );
  return { imported, done };
}

const drop = (...names: readonly string[]) =>
  fireEvent.change(screen.getByLabelText('Choisir des fichiers'), {
    target: { files: names.map((name) => new File([name === 'vide.ofx' ? '' : 'x'], name)) },
  });

const rowOf = async (name: string) => (await screen.findByText(name)).closest('li')?.textContent;

test('one file says what it brought', async () => {
  const { done } = open();
  drop('mars.ofx');
  expect(await screen.findByText(/^2 lignes nouvelles, solde vérifié/u)).toBeDefined();
  await waitFor(() => expect(done).toHaveBeenCalledTimes(1));
});

test('several files are all read, in their order, whatever becomes of one of them', async () => {
  const { imported, done } = open();
  drop('mars.ofx', 'casse.ofx', 'vide.ofx', 'avril.ofx');
  expect(await screen.findByText(/^2 fichiers lus sur 4\s: 4 lignes nouvelles/u)).toBeDefined();
  expect(imported).toEqual(['mars.ofx', 'casse.ofx', 'avril.ofx']);
  expect(await rowOf('mars.ofx')).toContain('2 lignes nouvelles');
  expect(await rowOf('casse.ofx')).toContain(
    'Ce fichier n’a pas pu être lu. Voyez la ligne 12 du fichier.',
  );
  expect(await rowOf('vide.ofx')).toContain('Ce fichier est vide');
  await waitFor(() => expect(done).toHaveBeenCalledTimes(1));
});

test('files that do not say how they are read wait, and one answer is enough for them', async () => {
  const { imported } = open();
  drop('mars.qif', 'mai.ofx', 'avril.qif');
  expect(await screen.findByText(/Comment lire «\smars\.qif\s»/u)).toBeDefined();
  expect(await rowOf('mai.ofx')).toContain('2 lignes nouvelles');
  await screen.findByText(/^Ce qui sera lu/u);
  fireEvent.click(await screen.findByRole('button', { name: 'Importer ainsi' }));
  expect(await screen.findByText(/^3 fichiers lus\s: 6 lignes nouvelles/u)).toBeDefined();
  expect(imported).toEqual(['mars.qif', 'mai.ofx', 'avril.qif', 'mars.qif', 'avril.qif']);
});

test('a file that is left aside is no more asked about', async () => {
  open();
  drop('mars.qif', 'mai.ofx');
  fireEvent.click(await screen.findByRole('button', { name: 'Abandonner' }));
  expect(await screen.findByText(/^2 lignes nouvelles, solde vérifié/u)).toBeDefined();
  expect(screen.queryByText(/Comment lire/u)).toBeNull();
});

test('what may be there already is asked for its file, and kept for it alone', async () => {
  const { imported } = open();
  drop('mars.ofx', 'double.ofx');
  const asked = await screen.findByText(/1 ligne est probablement déjà là/u);
  const notice = within(asked.closest<HTMLElement>('[role="status"]') ?? document.body);
  expect(notice.getByText(/Dans double\.ofx/u)).toBeDefined();
  fireEvent.click(notice.getByRole('button', { name: /les ajouter/u }));
  expect(await screen.findByText(/^2 fichiers lus\s: 4 lignes nouvelles/u)).toBeDefined();
  expect(imported).toEqual(['mars.ofx', 'double.ofx', 'double.ofx']);
});

test('a file that was read as the last one says so, and may be answered again', async () => {
  const { imported } = open();
  drop('souvenir.qif', 'mai.ofx');
  const said = await screen.findByText(/Lu comme la dernière fois\s: mois\/jour/u);
  const notice = within(said.closest<HTMLElement>('[role="status"]') ?? document.body);
  expect(notice.getByText(/souvenir\.qif/u)).toBeDefined();
  fireEvent.click(notice.getByRole('button', { name: 'Répondre à nouveau' }));
  expect(await screen.findByLabelText(/^Mois d’abord/u)).toHaveProperty('checked', true);
  fireEvent.click(screen.getByLabelText(/^Jour d’abord/u));
  await screen.findByText(/^Ce qui sera lu/u);
  fireEvent.click(await screen.findByRole('button', { name: 'Importer ainsi' }));
  expect(await screen.findByText(/^2 fichiers lus\s: 5 lignes nouvelles/u)).toBeDefined();
  expect(screen.queryByText(/Lu comme/u)).toBeNull();
  expect(imported).toEqual(['souvenir.qif', 'mai.ofx', 'souvenir.qif']);
});

test('an answer that is given up leaves what was read', async () => {
  const { imported } = open();
  drop('souvenir.qif');
  fireEvent.click(await screen.findByRole('button', { name: 'Répondre à nouveau' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Abandonner' }));
  expect(await screen.findByText(/^2 lignes nouvelles, solde vérifié/u)).toBeDefined();
  expect(imported).toEqual(['souvenir.qif']);
});

describe('beside lines that wait to be explained', () => {
  const folded = () => screen.getByText('Importer un relevé').closest('details');
  const onScreen = (isNarrow: boolean) =>
    vi.stubGlobal('matchMedia', () => ({
      matches: isNarrow,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));

  test('a phone folds the import to a button, so that the lines come first', () => {
    onScreen(true);
    open({ hasLines: true });
    expect(folded()?.open).toBe(false);
  });

  test('a phone without lines shows it whole, and so does a wide screen', () => {
    onScreen(true);
    open();
    expect(folded()).toBeNull();
    cleanup();
    onScreen(false);
    open({ hasLines: true });
    expect(folded()).toBeNull();
  });
});
