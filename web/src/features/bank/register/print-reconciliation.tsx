import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatDay } from '#shared/domain/dates.ts';
import { newFiscalYear, schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { printReconciliation } from '#web/api/bank-register.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DateField, dayOf } from '#web/ui/date-field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { today } from '#web/ui/today.ts';
import type { AccountSheetData } from './bank-register.ts';

interface Props {
  readonly coopId: string;
  readonly sheet: AccountSheetData;
}

/** The state of reconciliation on paper, at any date: what the CRF joins to the statement. */
export function PrintReconciliation({ coopId, sheet }: Props) {
  const { bankAccount, yearId } = sheet;
  const { endOn } = newFiscalYear(yearId);
  const [typed, setTyped] = useState(() => formatDay(endOn < today() ? endOn : today()));
  const on = dayOf(typed);
  const print = useMutation({
    mutationFn: async () => {
      if (on === undefined) return;
      const { url } = await printReconciliation({ coopId, bankAccountId: bankAccount.id }, { on });
      window.location.assign(url);
    },
  });
  return (
    <Card title="État de rapprochement">
      <Stack>
        <p>
          Le solde de la banque, celui du journal et tout ce qui les sépare, prêt à signer. Le CRF{' '}
          {schoolYearLabel(yearId)} le demande au {formatDay(endOn)}.
        </p>
        <DateField name="on" label="Arrêté au" value={typed} onChange={setTyped} />
        {print.error !== null && <ProblemNotice problem={print.error} />}
        <Row>
          <Button
            icon="download"
            busy={print.isPending}
            onClick={() => {
              if (on !== undefined) print.mutate();
            }}
          >
            Télécharger le PDF
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
