import { useMutation, useQuery } from '@tanstack/preact-query';
import { useState, type MutableRef } from 'preact/hooks';
import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { inspectEventEndpoint } from '#shared/contract/payments/inbox.ts';
import { inspectEvent } from '#web/api/payments.ts';
import { Button } from '#web/ui/button.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { InstantText } from '#web/ui/day-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorFor, formErrorsOf, FormErrors } from '#web/ui/form-errors.tsx';
import { Facts, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { useFocus } from '#web/ui/use-focus.ts';
import { originOf, statusWords, timesOf, titleOf, type Received } from './inbox-words.ts';
import css from './message-dialog.module.css';

interface Props {
  readonly coopId: string;
  readonly event: Received;
  readonly onClose: () => void;
}

type Said = AnswerOf<typeof inspectEventEndpoint>;

/** What a platform said, for somebody who helps: what tells nothing of a person, then all of it. */
export function MessageDialog({ coopId, event, onClose }: Props) {
  const { provider, eventId } = event;
  const place = { coopId, provider, eventId };
  const [reason, setReason] = useState('');
  // Each look leaves a trace: it is asked once for each opening.
  const masked = useQuery({
    queryKey: ['message', coopId, provider, eventId],
    queryFn: () => inspectEvent(place, { kind: 'masked' }),
    staleTime: Infinity,
    gcTime: 0,
  });
  const whole = useMutation({
    mutationFn: () => inspectEvent(place, { kind: 'whole', reason: reason.trim() }),
  });
  const { message } = whole.data ?? {};
  return (
    <Dialog
      open
      title="Message de la plateforme"
      onClose={onClose}
      actions={
        message === undefined ? (
          <Button busy={whole.isPending} onClick={() => whole.mutate()}>
            Lire le message entier
          </Button>
        ) : (
          <CopyButton text={message} label="Copier le message" done="Message copié" />
        )
      }
    >
      <Stack>
        <WhatBecameOfIt event={event} />
        <Loaded query={masked} lines={4}>
          {(said) => (whole.data ? <WholeMessage said={whole.data} /> : <What said={said} />)}
        </Loaded>
        {message === undefined && (
          <>
            <FormErrors problem={whole.error} />
            <TextField
              name="reason"
              label="Pourquoi lire le message entier"
              hint="Il peut nommer des familles. Qui l’a lu, quand et pourquoi est gardé."
              value={reason}
              maxLength={200}
              error={errorFor(formErrorsOf(whole.error), 'reason')}
              onChange={setReason}
            />
          </>
        )}
      </Stack>
    </Dialog>
  );
}

const WhatBecameOfIt = ({ event }: { readonly event: Received }) => (
  <Facts
    facts={[
      ['Message', titleOf(event)],
      ['Numéro', <code key="id">{event.eventId}</code>],
      ['Reçu', <InstantText key="at" instant={event.receivedAt} />],
      ['Envois', timesOf(event)],
      ['Origine', originOf(event)],
      ['État', [statusWords[event.status].word, event.reason].filter(Boolean).join('\u00A0: ')],
    ]}
  />
);

/** Readable lines; as it came when it is no JSON. */
const textOf = ({ fields, message, readable }: Said): string =>
  readable ??
  message ??
  fields.map(({ path, value = '(masqué)' }) => `${path} = ${value}`).join('\n');

/** Asked for by a button that is gone: readers go on from the message. */
const WholeMessage = ({ said }: { readonly said: Said }) => (
  <What said={said} box={useFocus<HTMLPreElement>()} />
);

interface WhatProps {
  readonly said: Said;
  readonly box?: MutableRef<HTMLPreElement | null>;
}

const What = ({ said, box }: WhatProps) => {
  const text = textOf(said);
  if (text === '') return <p>Ce message n’a pas de forme connue{'\u00A0'}: rien n’est montré.</p>;
  return (
    <pre
      {...(box && { ref: box })}
      class={css['said']}
      role="region"
      aria-label={
        said.message === undefined ? 'Contenu du message, masqué' : 'Contenu du message entier'
      }
      // Scrolled by the keys too.
      tabIndex={0}
    >
      {text}
    </pre>
  );
};
