import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import {
  catalogue,
  findPlatform,
  secretNeedOf,
  type CataloguePlatform,
} from '#shared/domain/payments/platform-catalogue.ts';
import { connectPlatform } from '#web/api/platforms.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { errorFor, formErrorsOf, FormErrors, type FormError } from '#web/ui/form-errors.tsx';
import { FormStack, Row, Stack } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';

interface Props {
  readonly coopId: string;
}

/** 256 bits of chance, as they are written in an address. */
const newToken = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/u, '');

const addressOf = (provider: string, token: string): string =>
  `${window.location.origin}/hooks/${provider}/${token}`;

/** Connects a platform; its address is shown once it is, and never again. */
export function ConnectPlatform({ coopId }: Props) {
  const [address, setAddress] = useState<string>();
  const [opened, setOpened] = useState(false);
  if (address !== undefined)
    return <Address address={address} onDone={() => setAddress(undefined)} />;
  if (!opened)
    return (
      <Row>
        <Button icon="plus" onClick={() => setOpened(true)}>
          Relier une plateforme
        </Button>
      </Row>
    );
  return (
    <ConnectForm
      coopId={coopId}
      onClose={() => setOpened(false)}
      onConnected={(connected) => {
        setOpened(false);
        setAddress(connected);
      }}
    />
  );
}

const Address = ({
  address,
  onDone,
}: {
  readonly address: string;
  readonly onDone: () => void;
}) => {
  return (
    <Card title="L’adresse à donner à la plateforme">
      <Stack>
        <Notice
          tone="warning"
          title={'Copiez-la maintenant\u00A0: elle ne sera plus jamais montrée.'}
        >
          Collez-la sur la plateforme, là où elle demande où envoyer ses notifications («{'\u00A0'}
          webhook{'\u00A0'}», «{'\u00A0'}URL de notification{'\u00A0'}»). Ne l’envoyez à personne
          d’autre.
        </Notice>
        <p style={{ overflowWrap: 'anywhere' }}>
          <code>{address}</code>
        </p>
        <Row>
          <CopyButton
            look="primary"
            text={address}
            label="Copier l’adresse"
            done="Adresse copiée"
          />
          <Button onClick={onDone}>C’est fait</Button>
        </Row>
      </Stack>
    </Card>
  );
};

const nothing = {
  provider: '',
  mode: '' as 'live' | 'test' | '',
  accountId: '',
  secret: '',
  apiKey: '',
};

interface FormProps extends Props {
  readonly onClose: () => void;
  readonly onConnected: (address: string) => void;
}

function ConnectForm({ coopId, onClose, onConnected }: FormProps) {
  const [token] = useState(newToken);
  const [typed, setTyped] = useState(nothing);
  const [missing, setMissing] = useState<readonly FormError[]>([]);
  const queries = useQueryClient();
  const connect = useMutation({
    mutationFn: (mode: 'live' | 'test') =>
      connectPlatform(
        { coopId },
        {
          token,
          provider: typed.provider,
          mode,
          ...(typed.accountId.trim() !== '' && { accountId: typed.accountId.trim() }),
          ...(typed.secret.trim() !== '' && { secret: typed.secret.trim() }),
          ...(typed.apiKey.trim() !== '' && { apiKey: typed.apiKey.trim() }),
        },
      ),
    onSuccess: async ({ provider }) => {
      onConnected(addressOf(provider, token));
      await queries.invalidateQueries({ queryKey: ['platforms', coopId] });
    },
  });
  const platform = findPlatform(typed.provider);
  const errors = missing.length > 0 ? missing : formErrorsOf(connect.error);
  const set = (name: keyof typeof nothing) => (value: string) =>
    setTyped({ ...typed, [name]: value });
  const send = (event: Event) => {
    event.preventDefault();
    const found = [
      ...(platform ? [] : [{ field: 'provider', message: 'Choisissez la plateforme.' }]),
      ...(typed.mode === '' ? [{ field: 'mode', message: 'Argent réel, ou essais\u202F?' }] : []),
    ];
    setMissing(found);
    if (typed.mode !== '' && found.length === 0) connect.mutate(typed.mode);
  };
  return (
    <Card title="Relier une plateforme">
      <form noValidate onSubmit={send}>
        <FormStack>
          <FormErrors errors={missing} problem={connect.error} />
          <SelectField
            name="provider"
            label="Plateforme"
            value={typed.provider}
            placeholder="Choisir…"
            onChange={(provider) => setTyped({ ...nothing, provider, mode: typed.mode })}
            options={catalogue.map(({ provider, name }) => ({ value: provider, label: name }))}
            error={errorFor(errors, 'provider')}
          />
          <RadioCards
            name="mode"
            label="Environnement"
            value={typed.mode}
            onChange={(mode) => setTyped({ ...typed, mode })}
            options={[
              { value: 'live', label: 'Argent réel' },
              { value: 'test', label: 'Essais', hint: 'Rien de réel\u00A0: pour apprendre.' },
            ]}
            error={errorFor(errors, 'mode')}
          />
          {platform && <OwnFields platform={platform} typed={typed} set={set} errors={errors} />}
          <Row>
            <Button type="submit" look="primary" busy={connect.isPending}>
              Relier
            </Button>
            <Button onClick={onClose}>Annuler</Button>
          </Row>
        </FormStack>
      </form>
    </Card>
  );
}

interface OwnFieldsProps {
  readonly platform: CataloguePlatform;
  readonly typed: typeof nothing;
  readonly set: (name: keyof typeof nothing) => (value: string) => void;
  readonly errors: readonly FormError[];
}

/** What this platform asks for, in its own words. */
const OwnFields = ({ platform, typed, set, errors }: OwnFieldsProps) => {
  const secretNeed = secretNeedOf(platform);
  return (
    <>
      {platform.account && (
        <TextField
          name="accountId"
          label={platform.account.label}
          hint={platform.account.hint}
          optional={!platform.account.isNeeded}
          value={typed.accountId}
          onChange={set('accountId')}
          error={errorFor(errors, 'accountId')}
        />
      )}
      {secretNeed !== 'none' && (
        <TextField
          name="secret"
          label="Secret de signature"
          hint={platform.secretHint}
          optional={secretNeed === 'optional'}
          value={typed.secret}
          onChange={set('secret')}
          error={errorFor(errors, 'secret')}
        />
      )}
      {platform.apiKey && (
        <TextField
          name="apiKey"
          label="Clé d’accès en lecture"
          hint={`Pour relire la plateforme, et retrouver ce qu’un message aurait manqué. ${platform.apiKey.hint}`}
          optional
          value={typed.apiKey}
          onChange={set('apiKey')}
          error={errorFor(errors, 'apiKey')}
        />
      )}
    </>
  );
};
