import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { findPlatform } from '#shared/domain/payments/platform-catalogue.ts';
import { changeApiKey } from '#web/api/platforms.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorFor, formErrorsOf, FormErrors } from '#web/ui/form-errors.tsx';
import { FormStack } from '#web/ui/layout.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { showToast } from '#web/ui/toast.tsx';
import type { Connected } from './connected-platforms.tsx';

interface Props {
  readonly coopId: string;
  readonly platform: Connected;
  readonly onClose: () => void;
}

/** What the act is called: a platform may have been connected without a key. */
export const keyAct = ({ hasApiKey }: Pick<Connected, 'hasApiKey'>): string =>
  hasApiKey ? 'Changer la clé d’accès' : 'Ajouter la clé d’accès';

/** The read-only key by which the portal asks the platform; the one before is forgotten. */
export function KeyDialog({ coopId, platform, onClose }: Props) {
  const [apiKey, setApiKey] = useState('');
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => changeApiKey({ coopId, endpointId: platform.id }, { apiKey: apiKey.trim() }),
    onSuccess: async () => {
      showToast({ message: 'Clé d’accès enregistrée. Elle est connue partout dans six minutes.' });
      onClose();
      await queries.invalidateQueries({ queryKey: ['platforms', coopId] });
    },
  });
  const errors = formErrorsOf(change.error);
  return (
    <Dialog
      open
      title={`${keyAct(platform)} de ${platform.name}`}
      onClose={onClose}
      actions={
        <Button look="primary" busy={change.isPending} onClick={() => change.mutate()}>
          Enregistrer la clé
        </Button>
      }
    >
      <FormStack>
        <FormErrors problem={change.error} />
        <p>
          Créez la clé sur la plateforme, en lecture seule si elle le permet, et collez-la ici. Le
          portail s’en sert pour relire les paiements, jamais pour en faire.
          {platform.hasApiKey &&
            ' Attendez six minutes avant de supprimer l’ancienne sur la plateforme.'}
        </p>
        <TextField
          name="apiKey"
          label="Clé d’accès"
          hint={findPlatform(platform.provider)?.apiKey?.hint}
          value={apiKey}
          onChange={setApiKey}
          error={errorFor(errors, 'apiKey')}
        />
      </FormStack>
    </Dialog>
  );
}
