import { useState } from 'preact/hooks';
import { Button } from '#web/ui/button.tsx';
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
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Dialog
      open
      title={`Lien pour ${name}`}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" icon={copied ? 'check' : 'journal'} onClick={copy}>
            {copied ? 'Copié' : 'Copier le lien'}
          </Button>
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
