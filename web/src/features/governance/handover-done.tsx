import { formatLongDay } from '#shared/domain/dates.ts';
import { Card } from '#web/ui/card.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { useFocus } from '#web/ui/use-focus.ts';
import type { HandoverAsked } from './mandate.ts';

/** What was decided, and what each of the two still has to do. */
export function HandoverDone({ asked }: { readonly asked: HandoverAsked }) {
  const { successorName, successorMail, lastDay, firstDay } = asked;
  const box = useFocus<HTMLDivElement>();
  return (
    <div ref={box} tabIndex={-1}>
      <Card title="Et maintenant">
        <Stack>
          <Notice tone="success" title={`La passation à ${successorName} est enregistrée.`}>
            Vos droits durent jusqu’au soir du {formatLongDay(lastDay)}. Les siens commencent le{' '}
            {formatLongDay(firstDay)}.
          </Notice>
          <ol>
            <li>
              Prévenez {successorName} : la première connexion se fait avec l’adresse{' '}
              {successorMail}.
            </li>
            <li>Comptez la caisse ensemble, et importez le dernier relevé de la banque.</li>
            <li>
              Remettez le chéquier, la carte et les pièces ; le siège fait changer les signatures à
              la banque.
            </li>
          </ol>
        </Stack>
      </Card>
    </div>
  );
}
