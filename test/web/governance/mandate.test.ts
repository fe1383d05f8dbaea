import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { inOrder, readHandover, roleLabel, stateOf } from '#web/features/governance/mandate.ts';

const today = day('2026-06-15');
const mandate = (from: string, until?: string) => ({
  name: 'Camille Roux',
  role: 'mandateHolder',
  from,
  ...(until !== undefined && { until }),
});

test.each([
  ['its first day', mandate('2026-06-15'), 'current'],
  ['its last day', mandate('2025-09-01', '2026-06-15'), 'current'],
  ['the day after', mandate('2025-09-01', '2026-06-14'), 'past'],
  ['the day before', mandate('2026-06-16'), 'future'],
])('knows whether a mandate holds: %s', (_, held, state) => {
  expect(stateOf(held, today)).toBe(state);
});

test('shows who holds it now, then who soon will, then who did', () => {
  const past = mandate('2023-09-01', '2025-08-31');
  const soon = mandate('2026-09-01');
  const now = mandate('2025-09-01', '2026-08-31');
  expect(inOrder([past, soon, now], today)).toEqual([now, soon, past]);
});

test('an unknown role is shown as it is', () => {
  expect(roleLabel('coMandateHolder')).toBe('Co-mandataire');
  expect(roleLabel('guest')).toBe('guest');
});

const typed = {
  successorName: ' Noé Castelli ',
  successorMail: ' Noe@Ecole.example ',
  lastDay: '31/08/2026',
};

test('the rights of the other begin the day after', () => {
  expect(readHandover(typed, today)).toEqual({
    errors: [],
    asked: {
      successorName: 'Noé Castelli',
      successorMail: 'noe@ecole.example',
      lastDay: '2026-08-31',
      firstDay: '2026-09-01',
    },
  });
});

test.each([
  [{ successorName: ' ' }, ['successorName']],
  [{ successorMail: 'noe' }, ['successorMail']],
  [{ lastDay: '14/06/2026' }, ['lastDay']],
  [{ lastDay: '' }, ['lastDay']],
  [{ lastDay: '15/06/2026' }, []],
])('%j asks to correct %j', (change, fields) => {
  expect(readHandover({ ...typed, ...change }, today).errors.map(({ field }) => field)).toEqual(
    fields,
  );
});
