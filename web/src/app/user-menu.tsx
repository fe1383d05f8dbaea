import { useState } from 'preact/hooks';
import { signOut } from '#web/api/access.ts';
import { sentenceOf } from '#web/api/problem-error.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Segmented } from '#web/ui/tabs.tsx';
import { chooseTheme, rememberedTheme, type Theme } from '#web/ui/theme.ts';
import { showToast } from '#web/ui/toast.tsx';
import { hasDrafts } from '#web/ui/use-autosave.ts';
import { forgetDevice } from './known-device.ts';
import css from './menu.module.css';
import { useSession } from './session.tsx';

const themes: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'Appareil' },
  { value: 'light', label: 'Clair' },
  { value: 'dark', label: 'Sombre' },
];

/** Who is signed in, how the portal looks, and the way out. */
export function UserMenu() {
  const { me } = useSession();
  const [theme, setTheme] = useState(rememberedTheme);
  const [asking, setAsking] = useState(false);
  const leave = () => {
    if (hasDrafts()) setAsking(true);
    else void leaveNow();
  };
  return (
    <div class={css['user']}>
      <button type="button" class={css['open']} popovertarget="compte">
        <Icon name="person" />
        <span class={css['userName']}>{me.name}</span>
        <span class="unseen">{'\u00A0'}: compte et réglages</span>
      </button>
      <div id="compte" popover="auto" class={css['menu']}>
        <p class={css['title']}>{me.name}</p>
        <p class={css['mail']}>{me.mail}</p>
        <p id="apparence">Apparence</p>
        <Segmented
          label="Apparence"
          name="theme"
          options={themes}
          value={theme}
          onChange={(chosen) => {
            chooseTheme(chosen);
            setTheme(chosen);
          }}
        />
        <Button icon="signOut" wide onClick={leave}>
          Se déconnecter
        </Button>
      </div>
      <Dialog
        open={asking}
        title="Une saisie n’est pas finie"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="primary" onClick={() => setAsking(false)}>
              Rester connecté
            </Button>
            <Button look="danger" onClick={() => void leaveNow()}>
              Se déconnecter et effacer
            </Button>
          </>
        }
      >
        <p>
          Une saisie est gardée sur cet appareil. Pour que personne d’autre ne la lise, elle est
          effacée à la déconnexion.
        </p>
      </Dialog>
    </div>
  );
}

async function leaveNow(): Promise<void> {
  try {
    await signOut();
    forgetDevice();
    location.assign('/connexion');
  } catch (error) {
    showToast({ message: sentenceOf(error), tone: 'error' });
  }
}
