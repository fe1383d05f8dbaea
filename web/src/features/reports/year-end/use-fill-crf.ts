import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { isDay } from '#shared/domain/dates.ts';
import { fillCrf } from '#web/api/reports.ts';
import { showToast } from '#web/ui/toast.tsx';
import type { Denomination } from './cash-rows.ts';
import type { Crf, YearPlace } from './crf-query.ts';

type Inputs = Parameters<typeof fillCrf>[1];

/** What the CRF holds now, as what a person noted: changing one part keeps the others. */
export const inputsOf = ({ snapshot }: Crf): Inputs => {
  const { cashCount, subsidies, reconciliation } = snapshot;
  const { statementOn, statementCents } = reconciliation;
  return {
    cashCount: cashCount.rows.map(({ denominationCents, count }) => ({
      // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- it came from this very list
      denominationCents: denominationCents as Denomination,
      count,
    })),
    subsidies,
    ...(statementOn !== null &&
      statementCents !== null &&
      isDay(statementOn) && { statement: { on: statementOn, closingCents: statementCents } }),
  };
};

/** Notes what only people know, then reads the CRF again. */
export function useFillCrf({ coopId, yearId }: YearPlace, message: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (inputs: Inputs) => fillCrf({ coopId, yearId }, inputs),
    onSuccess: async () => {
      showToast({ message });
      await queries.invalidateQueries({ queryKey: ['crf', coopId, yearId] });
    },
  });
}
