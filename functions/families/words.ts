import type { FamilyMeans } from '#shared/domain/collections/family-payment.ts';

/** How families name what they paid with. */
export const meansWord: Readonly<Record<FamilyMeans, string>> = {
  platform: 'en ligne',
  cheque: 'par chèque',
  cash: 'en espèces',
  transfer: 'par virement',
};
