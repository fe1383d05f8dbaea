import { describe, expect, test } from 'vitest';
import { isSameAccount } from '#shared/domain/bank/account-ref.ts';

const iban = 'FR76 2004 1010 1276 5432 1B03 319';

describe('one account, however it is written', () => {
  test.each([
    '20041-01012-7654321B033',
    '20041/01012/7654321B033',
    '20041 01012 7654321B033 19',
    '20041010127654321B03319',
    'FR7620041010127654321B03319',
    '20041/7654321B033',
    '7654321b033',
    '01012 7654321B033',
    '010127654321B033',
    '****B033',
  ])('%s', (reference) => {
    expect(isSameAccount(reference, iban)).toBe(true);
    expect(isSameAccount(iban, reference)).toBe(true);
  });

  test('with the zeros that one bank writes and another does not', () => {
    expect(isSameAccount('30002/00571/0000033488U', '30002-00571-033488U')).toBe(true);
  });
});

describe('another account', () => {
  test.each([
    ['of another number', '20041-01012-7654321B034'],
    ['of another branch', '20041-01013-7654321B033'],
    ['of another bank', '30002-01012-7654321B033'],
    ['of another branch, alone', '01013 7654321B033'],
    ['of another end behind the stars', '****B034'],
    ['that is not named', ''],
    ['of another country', 'DE89 3704 0044 0532 0130 00'],
  ])('%s', (_, reference) => {
    expect(isSameAccount(reference, iban)).toBe(false);
  });
});
