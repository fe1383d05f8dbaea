import { Button } from '#web/ui/button.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { TextField } from '#web/ui/text-field.tsx';

interface Props {
  readonly name: string;
  readonly url: string;
  readonly onClose: () => void;
}

/** The link to give to a verifier, copied by a button or by hand. */
export function GiveLink({ name, url, onClose }: Props) {
  return (
    <Dialog
      open
      title={`Lien pour ${name}`}
      onClose={onClose}
      actions={
        <>
          <CopyButton look="primary" text={url} label="Copier le lien" done="Lien copié" />
          <Button onClick={onClose}>Terminé</Button>
        </>
      }
    >
      <Stack>
        <p>
          Donnez ce lien à {name}, et à personne d’autre. Il est valable 60 jours et n’est montré
          qu’une fois.
        </p>
        <TextField
          name="quitusLink"
          label="Lien de signature"
          value={url}
          onChange={() => undefined}
        />
      </Stack>
    </Dialog>
  );
}
