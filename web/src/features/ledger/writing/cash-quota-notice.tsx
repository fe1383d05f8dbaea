import { useQuery } from '@tanstack/preact-query';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { findCashQuota } from '#web/api/bank-register.ts';
import { dayOf } from '#web/ui/date-field.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { today } from '#web/ui/today.ts';

interface Props {
  readonly coopId: string;
  readonly accountNumber: string;
  /** As typed: the year of the deposit decides. */
  readonly entryDate: string;
}

/** Says, before cash goes to the bank, that this deposit will be billed; nothing while it is free. */
export function CashQuotaNotice({ coopId, accountNumber, entryDate }: Props) {
  const year = fiscalYearIdOf(dayOf(entryDate) ?? today());
  const { data } = useQuery({
    queryKey: ['bank', coopId, 'cash', year],
    queryFn: () => findCashQuota({ coopId }, { year }),
  });
  const quota = data?.accounts.find((account) => account.accountNumber === accountNumber);
  if (quota?.isNextBilled !== true) return null;
  const { madeCount, freeCount, beyondCents } = quota;
  return (
    <Notice tone="warning" title={`Ce dépôt d’espèces sera le ${madeCount + 1}ᵉ de l’année`}>
      {freeCount === 0 ? 'Aucun n’est gratuit' : `La banque en offre ${freeCount}`}.{' '}
      {beyondCents === null ? (
        'Le suivant est payant\u00A0: le siège connaît le prix.'
      ) : (
        <>
          Le suivant coûte <Money amountCents={beyondCents} />.
        </>
      )}{' '}
      Gardez-le pour un dépôt plus gros, si vous le pouvez.
    </Notice>
  );
}
