import { useMutation } from '@tanstack/preact-query';
import { changeBankAccount } from '#web/api/bank-register.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';
import { today } from '#web/ui/today.ts';
import { useRefreshBank } from '../queries.ts';
import type { AccountSheetData } from './bank-register.ts';

interface Props {
  readonly coopId: string;
  readonly sheet: AccountSheetData;
  readonly mayChange: boolean;
}

/** Who signs by the mandates, and whether the bank was told. */
export function Signatories({ coopId, sheet, mayChange }: Props) {
  const { bankAccount, signatories } = sheet;
  const refresh = useRefreshBank(coopId);
  const tell = useMutation({
    mutationFn: () => {
      const {
        id,
        label,
        accountRef = '',
        bankName,
        holder,
        openedOn,
        notes,
        version,
      } = bankAccount;
      const kept = { label, accountRef, bankName, holder, openedOn, notes, version };
      return changeBankAccount(
        { coopId, bankAccountId: id },
        { ...kept, signatoriesToldOn: today() },
      );
    },
    onSuccess: refresh,
  });
  const mayTell = mayChange && signatories.state !== 'upToDate';
  return (
    <Card title="Qui signe à la banque">
      <Stack>
        {signatories.names.length === 0 ? (
          <p>Personne ne tient de mandat aujourd’hui{'\u00A0'}: le siège seul peut agir.</p>
        ) : (
          <p>{signatories.names.join(', ')}</p>
        )}
        <State sheet={sheet} />
        {tell.error !== null && <ProblemNotice problem={tell.error} />}
        {mayTell && (
          <Row>
            <Button icon="check" busy={tell.isPending} onClick={() => tell.mutate()}>
              La banque est prévenue
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  );
}

function State({ sheet: { bankAccount, signatories } }: Pick<Props, 'sheet'>) {
  const { signatoriesToldOn: toldOn } = bankAccount;
  switch (signatories.state) {
    case 'upToDate':
      return (
        <p>
          La banque le sait depuis le {toldOn !== undefined && <DayText day={toldOn} />}. Les
          signatures suivent les mandats.
        </p>
      );
    case 'outOfDate':
      return (
        <Notice tone="warning" title="La banque n’a pas les bons signataires">
          Un mandat a changé depuis le {toldOn !== undefined && <DayText day={toldOn} />}. Le siège
          prévient la banque{'\u00A0'}: donnez-lui la nouvelle liste.
        </Notice>
      );
    case 'unknown':
      return (
        <Notice title={'La banque connaît-elle ces signataires\u202F?'}>
          Personne n’a noté quand elle a été prévenue. Vérifiez avec le siège.
        </Notice>
      );
  }
}
