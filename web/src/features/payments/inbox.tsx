import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { InboxGroup } from '#shared/domain/payments/inbox-state.ts';
import { useMay } from '#web/api/me.ts';
import { listInbox, replayEvent } from '#web/api/payments.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { InstantText } from '#web/ui/day-text.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { EventDecision } from './event-decision.tsx';
import { MessageDialog } from './message-dialog.tsx';
import {
  emptyWords,
  groupWords,
  originOf,
  statusWords,
  timesOf,
  titleOf,
  type Received,
} from './inbox-words.ts';

interface Props {
  readonly coopId: string;
}

/** What platforms told us, by what became of it; what waits is played again from here. */
export function Inbox({ coopId }: Props) {
  const query = useQuery({ queryKey: ['inbox', coopId], queryFn: () => listInbox({ coopId }) });
  return (
    <Card title="Messages reçus" anchor="messages">
      <Loaded query={query} lines={4}>
        {({ events }) => <Groups coopId={coopId} events={events} />}
      </Loaded>
    </Card>
  );
}

function Groups({ coopId, events }: Props & { readonly events: readonly Received[] }) {
  const count = (group: InboxGroup): number =>
    events.filter(({ groups }) => groups.includes(group)).length;
  const [group, setGroup] = useState<InboxGroup>(count('check') > 0 ? 'check' : 'booked');
  return (
    <Stack>
      <RadioCards
        compact
        label="Messages à montrer"
        name="groupe"
        value={group}
        onChange={setGroup}
        options={groupWords.map(({ id, label }) => ({
          value: id,
          label: `${label} (${count(id)})`,
        }))}
      />
      {group === 'refused' && (
        <p>
          Un message dont la signature est fausse est refusé à la porte{'\u00A0'}: rien n’en est
          gardé, et il n’apparaît pas ici. Ceux qui sont ici viennent bien de la plateforme, mais ne
          peuvent pas être utilisés.
        </p>
      )}
      {group === 'seen' && (
        <p>Une plateforme peut envoyer plusieurs fois le même message. Il ne compte qu’une fois.</p>
      )}
      <EventTable
        coopId={coopId}
        empty={emptyWords[group]}
        events={events.filter(({ groups }) => groups.includes(group))}
      />
    </Stack>
  );
}

interface TableProps extends Props {
  readonly events: readonly Received[];
  readonly empty: string;
}

function EventTable({ coopId, events, empty }: TableProps) {
  const queries = useQueryClient();
  const mayReplay = useMay(coopId, 'collections:write');
  const mayInspect = useMay(coopId, 'inbox:inspect');
  const [opened, setOpened] = useState<Received>();
  const [asked, setAsked] = useState<Received>();
  const replay = useMutation({
    mutationFn: ({ provider, eventId }: Received) => replayEvent({ coopId, provider, eventId }),
    onSuccess: async () => {
      showToast({ message: 'Message rejoué. Son état change dans quelques secondes.' });
      await queries.invalidateQueries({ queryKey: ['inbox', coopId] });
    },
  });
  return (
    <Stack>
      {opened && (
        <MessageDialog coopId={coopId} event={opened} onClose={() => setOpened(undefined)} />
      )}
      {asked && <EventDecision coopId={coopId} event={asked} onClose={() => setAsked(undefined)} />}
      {replay.error && <ProblemNotice problem={replay.error} />}
      <PagedTable
        pageSize={10}
        caption="Messages des plateformes"
        captionUnseen
        rows={events}
        rowKey={({ provider, eventId }) => `${provider}/${eventId}`}
        empty={empty}
        columns={[
          { key: 'type', title: 'Message', names: true, cell: titleOf },
          {
            key: 'at',
            title: 'Reçu',
            cell: ({ receivedAt }) => <InstantText instant={receivedAt} />,
          },
          { key: 'state', title: 'État', cell: (event) => <State {...event} /> },
          { key: 'origin', title: 'Origine', cell: originOf },
          {
            key: 'times',
            title: 'Envois',
            align: 'end',
            cell: timesOf,
          },
          {
            key: 'act',
            title: 'À faire',
            titleUnseen: true,
            cell: (event) => (
              <Row>
                {event.toDecide && mayReplay && (
                  <Button
                    look="quiet"
                    icon="check"
                    label={`Décider\u00A0: ${titleOf(event)}`}
                    onClick={() => setAsked(event)}
                  >
                    Décider
                  </Button>
                )}
                {event.mayReplay && !event.toDecide && mayReplay && (
                  <Button
                    look="quiet"
                    icon="retry"
                    label={`Rejouer\u00A0: ${titleOf(event)}`}
                    busy={replay.isPending && replay.variables.eventId === event.eventId}
                    onClick={() => replay.mutate(event)}
                  >
                    Rejouer
                  </Button>
                )}
                {mayInspect && (
                  <Button
                    look="quiet"
                    icon="file"
                    label={`Lire le message\u00A0: ${titleOf(event)}`}
                    onClick={() => setOpened(event)}
                  >
                    Lire
                  </Button>
                )}
              </Row>
            ),
          },
        ]}
      />
    </Stack>
  );
}

/** In one box: a card of a phone puts the parts of a cell beside each other. */
const State = ({ status, reason, replayedAt }: Received) => (
  <div>
    <StatusTag tone={statusWords[status].tone}>{statusWords[status].word}</StatusTag> {reason}
    {replayedAt !== undefined && (
      <>
        {' '}
        Rejoué le <InstantText instant={replayedAt} />.
      </>
    )}
  </div>
);
