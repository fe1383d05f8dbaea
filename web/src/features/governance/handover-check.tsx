import { formatLongDay } from '#shared/domain/dates.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Facts, Row, Stack } from '#web/ui/layout.tsx';
import type { HandoverAsked } from './mandate.ts';
import { useFocus } from '#web/ui/use-focus.ts';

interface Props {
  readonly asked: HandoverAsked;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

/** Check your answers before the rights change hands. */
export function HandoverCheck({ asked, busy, onConfirm, onBack }: Props) {
  const { successorName, successorMail, lastDay, firstDay } = asked;
  const box = useFocus<HTMLDivElement>();
  return (
    <div ref={box} tabIndex={-1}>
      <Card title="Vérifiez avant de passer la main">
        <Stack>
          <Facts
            facts={[
              ['Qui reprend', successorName],
              ['Son adresse', successorMail],
              ['Votre dernier jour', <DayText day={lastDay} long />],
              ['Son premier jour', <DayText day={firstDay} long />],
            ]}
          />
          <p>
            Vous gardez tous vos droits jusqu’au soir du {formatLongDay(lastDay)}. Le lendemain,
            vous ne pourrez plus ouvrir les comptes de cette coopérative : {successorName} en aura
            la charge.
          </p>
          <Row>
            <Button look="primary" busy={busy} onClick={onConfirm}>
              Passer la main
            </Button>
            <Button onClick={onBack}>Modifier</Button>
          </Row>
        </Stack>
      </Card>
    </div>
  );
}
