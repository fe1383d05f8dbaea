import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { findRemindersEndpoint } from '#shared/contract/families/reminders.ts';
import { findReminders, planReminders, sendReminders } from '#web/api/families.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { CheckboxField } from '#web/ui/choice-fields.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { showToast } from '#web/ui/toast.tsx';

type Figures = AnswerOf<typeof findRemindersEndpoint>;

interface Props {
  readonly coopId: string;
  readonly collectionId: string;
}

const families = (count: number): string =>
  count > 1 ? `${count} familles` : `${count === 0 ? 'Aucune' : 'Une'} famille`;

/** The reminders of a collecte: who would get one now, and whether the portal sends them itself. */
export function Reminders(place: Props) {
  const queryKey = ['reminders', place.coopId, place.collectionId];
  const query = useQuery({ queryKey, queryFn: () => findReminders(place) });
  const queries = useQueryClient();
  const keep = (figures: Figures) => queries.setQueryData(queryKey, figures);
  const send = useMutation({
    mutationFn: () => sendReminders(place),
    onSuccess: (figures) => {
      keep(figures);
      showToast({ message: 'Les rappels partent.' });
    },
  });
  const plan = useMutation({
    mutationFn: (automatic: boolean) =>
      planReminders(place, { mode: automatic ? 'automatic' : 'byHand' }),
    onSuccess: keep,
  });
  const problem = send.error ?? plan.error;
  return (
    <Card title="Rappels par courriel">
      <Loaded query={query} lines={3}>
        {(figures) => (
          <Stack>
            <p>{wordsOf(figures)}</p>
            {figures.lastSentOn !== undefined && (
              <p>
                {figures.sentCount} rappel{figures.sentCount > 1 && 's'} envoyé
                {figures.sentCount > 1 && 's'}, le dernier le <DayText day={figures.lastSentOn} />.
              </p>
            )}
            {problem && <ProblemNotice problem={problem} />}
            <Row>
              <Button
                icon="people"
                busy={send.isPending}
                disabledReason={
                  figures.toRemindCount === 0
                    ? 'Aucune famille à relancer aujourd’hui\u00A0: deux rappels au plus, à sept jours d’écart.'
                    : undefined
                }
                onClick={() => send.mutate()}
              >
                Envoyer les rappels
              </Button>
            </Row>
            <CheckboxField
              name="automaticReminders"
              label="Relancer sans que j’y pense, une semaine avant chaque échéance puis une fois après"
              checked={figures.automatic}
              onChange={(automatic) => plan.mutate(automatic)}
            />
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

function wordsOf({ toRemindCount, withoutMailCount, stoppedCount, refusedCount }: Figures): string {
  const said = [`${families(toRemindCount)} à relancer par courriel.`];
  if (withoutMailCount > 0)
    said.push(`${families(withoutMailCount)} sans adresse\u00A0: la lettre reste le moyen.`);
  if (stoppedCount > 0) said.push(`${families(stoppedCount)} sans rappel, à sa demande.`);
  if (refusedCount > 0)
    said.push(
      `${refusedCount} courriel${refusedCount > 1 ? 's' : ''} refusé${refusedCount > 1 ? 's' : ''}\u00A0: vérifiez l’adresse.`,
    );
  return said.join(' ');
}
