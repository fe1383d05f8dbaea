import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { ReportPreview } from '#web/features/payments/report-preview.tsx';
import type { ReadReport } from '#web/features/payments/report-words.ts';

afterEach(cleanup);

const report: ReadReport = {
  kind: 'read',
  layout: { id: 'helloasso-paiements', name: 'Export des paiements HelloAsso' },
  unit: 'euros',
  payouts: [],
  awaiting: { count: 0, grossCents: cents(0) },
  unnamed: [
    { arrivalOn: day('2026-04-10'), count: 2, grossCents: cents(9_000) },
    { arrivalOn: day('2026-05-12'), count: 1, grossCents: cents(4_500) },
  ],
  leftOut: [],
  problemCount: 0,
  problems: [],
  imported: false,
};

const show = (more: Partial<ReadReport> = {}) =>
  render(
    <ReportPreview report={{ ...report, ...more }} busy={false} onConfirm={() => undefined} />,
  );

test('a file that names no payout says what is kept, what is not written and what to do', () => {
  show();
  expect(screen.getByText('Ce fichier ne nomme pas les versements.')).toBeTruthy();
  expect(screen.getByText(/sans écriture/u).textContent).toContain('l’export de chaque versement');
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/10.04.2026.*2\u00A0paiements.*90,00/u),
    expect.stringMatching(/12.05.2026.*un paiement.*45,00/u),
  ]);
  expect(screen.queryByText('Aucun versement dans ce fichier.')).toBeNull();
  expect(screen.getByRole('button', { name: 'Importer' })).toBeTruthy();
});

test('once imported, it promises no entry', () => {
  show({ imported: true });
  expect(screen.queryByText(/devient une écriture/u)).toBeNull();
  expect(screen.getByText(/seront dans les collectes/u)).toBeTruthy();
});
