import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { decideCrf } from '#web/api/headoffice.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorFor, FormErrors, type FormError } from '#web/ui/form-errors.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { showToast } from '#web/ui/toast.tsx';

interface Props {
  readonly department: string;
  readonly yearId: string;
  readonly coopId: string;
}

/** Accepts the CRF, or returns it with the reason that the cooperative will read. */
export function Decision({ department, yearId, coopId }: Props) {
  const [returning, setReturning] = useState(false);
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: (decision: { decision: 'accept' | 'return'; reason?: string }) =>
      decideCrf({ department, yearId, coopId }, decision),
    onSuccess: async (_, { decision }) => {
      setReturning(false);
      showToast({
        message: decision === 'accept' ? 'CRF accepté.' : 'CRF renvoyé à la coopérative.',
      });
      await queries.invalidateQueries({ queryKey: ['department', department] });
    },
  });
  return (
    <Card title="Votre décision">
      <Stack>
        <p>
          Accepter clôt l’exercice. Renvoyer le rouvre{'\u00A0'}: la coopérative lit votre raison,
          corrige, puis dépose de nouveau.
        </p>
        {decide.error && !returning && <ProblemNotice problem={decide.error} />}
        <Row>
          <Button
            look="primary"
            icon="check"
            busy={decide.isPending && !returning}
            onClick={() => decide.mutate({ decision: 'accept' })}
          >
            Accepter le CRF
          </Button>
          <Button onClick={() => setReturning(true)}>Renvoyer à la coopérative</Button>
        </Row>
      </Stack>
      <ReturnDialog
        open={returning}
        busy={decide.isPending}
        problem={decide.error}
        onClose={() => setReturning(false)}
        onReturn={(reason) => decide.mutate({ decision: 'return', reason })}
      />
    </Card>
  );
}

interface ReturnProps {
  readonly open: boolean;
  readonly busy: boolean;
  readonly problem: unknown;
  readonly onClose: () => void;
  readonly onReturn: (reason: string) => void;
}

function ReturnDialog({ open, busy, problem, onClose, onReturn }: ReturnProps) {
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const send = () => {
    if (reason.trim() === '')
      setErrors([{ field: 'reason', message: 'Dites pourquoi, en une phrase.' }]);
    else onReturn(reason);
  };
  return (
    <Dialog
      open={open}
      title="Renvoyer le CRF"
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={busy} onClick={send}>
            Renvoyer
          </Button>
          <Button onClick={onClose}>Ne rien changer</Button>
        </>
      }
    >
      <Stack>
        <FormErrors errors={errors} problem={open ? problem : undefined} />
        <TextField
          name="reason"
          label="Ce qui est à corriger"
          hint="La coopérative lira cette phrase telle quelle."
          multiline
          maxLength={400}
          value={reason}
          onChange={setReason}
          error={errorFor(errors, 'reason')}
        />
      </Stack>
    </Dialog>
  );
}
