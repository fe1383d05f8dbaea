import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { inviteVerifier } from '#web/api/reports.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorFor, FormErrors, type FormError } from '#web/ui/form-errors.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { newId } from '#web/ui/new-id.ts';
import { TextField } from '#web/ui/text-field.tsx';
import type { YearPlace } from './crf-query.ts';
import { GiveLink } from './give-link.tsx';

type Quality = 'parent' | 'teacher';

/** Asks who verifies, then shows the link to give them: once, it is kept nowhere. */
export function InviteVerifier({ coopId, yearId, onClose }: YearPlace & { onClose: () => void }) {
  const [id] = useState(newId);
  const [verifierName, setVerifierName] = useState('');
  const [quality, setQuality] = useState<Quality | ''>('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const queries = useQueryClient();
  const invite = useMutation({
    mutationFn: (chosen: Quality) =>
      inviteVerifier({ coopId, yearId }, { id, verifierName, quality: chosen }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['crf', coopId, yearId] }),
  });
  const send = () => {
    setErrors([
      ...(verifierName.trim() === ''
        ? [{ field: 'verifierName', message: 'Indiquez le nom du vérificateur.' }]
        : []),
      ...(quality === '' ? [{ field: 'quality', message: 'Parent ou enseignant\u202F?' }] : []),
    ]);
    if (verifierName.trim() !== '' && quality !== '') invite.mutate(quality);
  };
  if (invite.data) return <GiveLink name={verifierName} url={invite.data.url} onClose={onClose} />;
  return (
    <Dialog
      open
      title="Inviter un vérificateur"
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={invite.isPending} onClick={send}>
            Créer le lien
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </>
      }
    >
      <Stack>
        <FormErrors errors={errors} problem={invite.error} />
        <TextField
          name="verifierName"
          label="Prénom et nom"
          value={verifierName}
          onChange={setVerifierName}
          error={errorFor(errors, 'verifierName')}
        />
        <RadioCards
          name="quality"
          label="Qualité"
          value={quality}
          onChange={setQuality}
          error={errorFor(errors, 'quality')}
          compact
          options={[
            { value: 'parent', label: 'Parent' },
            { value: 'teacher', label: 'Enseignant' },
          ]}
        />
      </Stack>
    </Dialog>
  );
}
