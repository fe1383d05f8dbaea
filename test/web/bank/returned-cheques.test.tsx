import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { ReturnedCheques } from '#web/features/bank/returned-cheques.tsx';
import { line } from './books.ts';

afterEach(cleanup);

const returned = [
  {
    lineId: 'back',
    collectionId: 'C1',
    paymentId: 'P1',
    depositEntryId: 'E12',
    depositLabel: 'Remise de 2 chèques\u00A0: Classe de mer',
    reasons: ['Chèque du même montant, remis le 12/03/2026 (écriture n°\u00A012)'],
  },
];

const open = (mayWrite: boolean) =>
  render(
    <ReturnedCheques
      coopId="tilleuls"
      line={line('back', '2026-03-20')}
      returned={returned}
      mayWrite={mayWrite}
    />,
  );

test('says which deposit the cheque was in and why, and leads to the act of its collecte', () => {
  open(true);
  expect(screen.getByText(/remis le 12\/03\/2026/u)).toBeDefined();
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/coops/tilleuls/ecritures/E12',
    '/coops/tilleuls/collectes/C1?impaye=P1&le=2026-03-20',
  ]);
});

test('who may only read is told, and led to no act', () => {
  open(false);
  expect(screen.getAllByRole('link')).toHaveLength(1);
});
