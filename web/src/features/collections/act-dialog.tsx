import type { ComponentChildren } from 'preact';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { FormErrors, type FormError } from '#web/ui/form-errors.tsx';
import { Stack } from '#web/ui/layout.tsx';

interface Props {
  readonly title: string;
  /** What the main button does, in its own words. */
  readonly doing: string;
  readonly act: {
    readonly isPending: boolean;
    readonly found: readonly FormError[];
    readonly problem: Error | null | undefined;
  };
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A question about a collecte: what is to be corrected first, then the fields. */
export const ActDialog = ({ title, doing, act, onSend, onClose, children }: Props) => (
  <Dialog
    open
    title={title}
    onClose={onClose}
    actions={
      <>
        <Button look="primary" busy={act.isPending} onClick={onSend}>
          {doing}
        </Button>
        <Button onClick={onClose}>Fermer</Button>
      </>
    }
  >
    <Stack>
      <FormErrors errors={act.found} problem={act.problem} />
      {children}
    </Stack>
  </Dialog>
);
