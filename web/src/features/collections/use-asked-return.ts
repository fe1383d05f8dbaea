import { useSearchParams } from 'wouter-preact';
import { isDay, type Day } from '#shared/domain/dates.ts';
import type { Payment } from './queries.ts';

/** Whether a cheque was brought to the bank, and nothing of it went back since. */
export const isReturnable = ({ means, state, refundedCents }: Payment): boolean =>
  means === 'cheque' && state === 'booked' && refundedCents === 0;

interface AskedReturn {
  readonly returned: Payment;
  readonly on: Day | undefined;
}

/** The cheque that the address names (`?impaye=&le=`): a line of the bank leads here. */
export function useAskedReturn() {
  const [asked, setAsked] = useSearchParams();
  const on = asked.get('le') ?? '';
  return {
    among: (payments: readonly Payment[]): AskedReturn | undefined => {
      const returned = payments.find(({ id }) => id === asked.get('impaye'));
      return returned && isReturnable(returned)
        ? { returned, on: isDay(on) ? on : undefined }
        : undefined;
    },
    /** Once answered, a reload does not ask again. */
    forget: () => asked.has('impaye') && setAsked({}, { replace: true }),
  };
}
