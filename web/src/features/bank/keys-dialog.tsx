import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { workbenchKeys } from './workbench-keys.ts';
import css from './workbench.module.css';

/** Every key of the screen. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog
    open
    title="Rapprocher au clavier"
    onClose={onClose}
    actions={<Button onClick={onClose}>Fermer</Button>}
  >
    <p>Placez-vous sur une ligne du relevé. Ces touches n’agissent que là.</p>
    <dl class={css['keys']}>
      {workbenchKeys.map(({ keys, words }) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
);
