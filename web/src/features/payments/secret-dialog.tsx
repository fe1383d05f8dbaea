import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { rotateSecret } from '#web/api/platforms.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorFor, formErrorsOf, FormErrors } from '#web/ui/form-errors.tsx';
import { FormStack } from '#web/ui/layout.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { showToast } from '#web/ui/toast.tsx';
import type { Connected } from './connected-platforms.tsx';

interface Props {
  readonly coopId: string;
  readonly platform: Connected;
  readonly onClose: () => void;
}

/** A new secret, and for how long the one before is still good: no message is lost between. */
export function SecretDialog({ coopId, platform, onClose }: Props) {
  const [secret, setSecret] = useState('');
  const [days, setDays] = useState('7');
  const queries = useQueryClient();
  const rotate = useMutation({
    mutationFn: () =>
      rotateSecret(
        { coopId, endpointId: platform.id },
        { secret: secret.trim(), keepPreviousDays: Number(days) },
      ),
    onSuccess: async () => {
      showToast({ message: 'Nouveau secret enregistré. Il est connu partout dans six minutes.' });
      onClose();
      await queries.invalidateQueries({ queryKey: ['platforms', coopId] });
    },
  });
  const errors = formErrorsOf(rotate.error);
  return (
    <Dialog
      open
      title={`Changer le secret de ${platform.name}`}
      onClose={onClose}
      actions={
        <Button look="primary" busy={rotate.isPending} onClick={() => rotate.mutate()}>
          Enregistrer le secret
        </Button>
      }
    >
      <FormStack>
        <FormErrors problem={rotate.error} />
        <p>
          Créez le nouveau secret sur la plateforme, collez-le ici. Pendant quelques jours les deux
          sont acceptés{'\u202F'}; l’ancien est ensuite refusé.
        </p>
        <TextField
          name="secret"
          label="Nouveau secret"
          value={secret}
          onChange={setSecret}
          error={errorFor(errors, 'secret')}
        />
        <SelectField
          name="keepPreviousDays"
          label="Accepter encore l’ancien"
          value={days}
          onChange={setDays}
          options={[
            { value: '1', label: 'Un jour' },
            { value: '7', label: 'Une semaine' },
            { value: '30', label: 'Trente jours' },
            { value: '0', label: 'Non\u00A0: il a été volé' },
          ]}
        />
      </FormStack>
    </Dialog>
  );
}
