import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formErrorsOf, type FormError } from '#web/ui/form-errors.tsx';
import { showToast } from '#web/ui/toast.tsx';

/** An act on a collecte from a dialog: says it is done, closes it, and reads everything again. */
export function useAct<Body, Answer = unknown>(
  mutationFn: (body: Body) => Promise<Answer>,
  {
    done,
    onClose,
  }: { readonly done: string | ((answer: Answer) => string); readonly onClose: () => void },
) {
  const [found, setFound] = useState<readonly FormError[]>([]);
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn,
    onSuccess: async (answer) => {
      showToast({ message: typeof done === 'string' ? done : done(answer) });
      onClose();
      await queries.invalidateQueries();
    },
  });
  /** Sends what was read, or says what is to be corrected. */
  const send = (body: Body | undefined, errors: readonly FormError[] = []) => {
    setFound(errors);
    if (errors.length === 0 && body !== undefined) act.mutate(body);
  };
  return {
    send,
    isPending: act.isPending,
    errors: found.length > 0 ? found : formErrorsOf(act.error),
    found,
    problem: found.length > 0 ? undefined : act.error,
  };
}
