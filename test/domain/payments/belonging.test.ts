import { expect, test } from 'vitest';
import { belongingOf } from '#shared/domain/payments/belonging.ts';

const lea = { reference: 'TRL-7K2MX', collectionId: 'trip', familyId: 'lea' };
const trip = { id: 'trip', title: 'Classe de mer – CM2', status: 'open' } as const;
const fair = { id: 'fair', title: 'Kermesse', status: 'open' } as const;

test('the reference of the family comes first, whatever the campaign is called', () => {
  expect(
    belongingOf({ familyReference: ' trl 7k2mx', campaign: 'Kermesse' }, [lea], [trip, fair]),
  ).toEqual({ collectionId: 'trip', familyId: 'lea' });
});

test('without a known reference, the one open collecte of that title', () => {
  const said = { familyReference: 'FAM-0001', campaign: 'CLASSE DE MER CM2' };
  expect(belongingOf(said, [lea], [trip, fair])).toEqual({ collectionId: 'trip' });
});

test.each([
  ['no collecte has that title', { campaign: 'Ski' }, [trip, fair]],
  ['the campaign has no name', { campaign: ' – ' }, [{ ...trip, title: '…' }]],
  ['two collectes have that title', { campaign: 'Kermesse' }, [fair, { ...fair, id: 'other' }]],
  ['the collecte is closed', { campaign: 'Kermesse' }, [{ ...fair, status: 'closed' as const }]],
  ['nothing is said', {}, [trip]],
])('guesses nothing when %s', (_, said, collections) => {
  expect(belongingOf(said, [lea], collections)).toBeUndefined();
});

test('a reference of somewhere else belongs nowhere here', () => {
  expect(belongingOf({ familyReference: 'TRL-ZZZZZ' }, [lea], [trip])).toBeUndefined();
});
