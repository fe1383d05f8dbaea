import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { fillCrf } from '#web/api/reports.ts';
import { showToast } from '#web/ui/toast.tsx';
import type { YearPlace } from './crf-query.ts';

type Inputs = Parameters<typeof fillCrf>[1];

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
