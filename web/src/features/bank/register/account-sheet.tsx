import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Facts, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { accountSheetQuery, type AccountSheetData } from './bank-register.ts';
import { ChangeAccount } from './change-account.tsx';
import { CloseAccount } from './close-account.tsx';
import { OpeningItems } from './opening-items.tsx';
import { PrintReconciliation } from './print-reconciliation.tsx';
import { Signatories } from './signatories.tsx';
import { YearActivity } from './year-activity.tsx';

interface Props {
  readonly coopId: string;
  readonly bankAccountId: string;
  readonly mayWrite: boolean;
}

/** One account: what it is, who signs, its paper, its year, what waited before the books. */
export function AccountSheet({ coopId, bankAccountId, mayWrite }: Props) {
  const [year, setYear] = useState<string>();
  const query = useQuery(accountSheetQuery(coopId, bankAccountId, year));
  return (
    <Loaded query={query} lines={8}>
      {(sheet) => {
        const mayChange = mayWrite && sheet.bankAccount.closedOn === undefined;
        return (
          <Stack>
            {sheet.isDormant && <Dormant sheet={sheet} />}
            <Identity coopId={coopId} sheet={sheet} mayChange={mayChange} />
            <Signatories coopId={coopId} sheet={sheet} mayChange={mayChange} />
            <PrintReconciliation coopId={coopId} sheet={sheet} />
            <YearActivity sheet={sheet} onYear={setYear} />
            <OpeningItems coopId={coopId} sheet={sheet} mayChange={mayChange} />
          </Stack>
        );
      }}
    </Loaded>
  );
}

const Dormant = ({ sheet: { lastMovementOn } }: { readonly sheet: AccountSheetData }) => (
  <Notice tone="warning" title="Ce compte dort">
    {lastMovementOn === undefined ? (
      'Aucune opération depuis son ouverture.'
    ) : (
      <>
        Aucune opération depuis le <DayText day={lastMovementOn} />, il y a plus de douze mois.
      </>
    )}{' '}
    S’il ne sert plus, videz-le et demandez au siège de le fermer{'\u00A0'}: un compte qui dort
    coûte aussi.
  </Notice>
);

interface IdentityProps {
  readonly coopId: string;
  readonly sheet: AccountSheetData;
  readonly mayChange: boolean;
}

function Identity({ coopId, sheet, mayChange }: IdentityProps) {
  const [open, setOpen] = useState<'change' | 'close'>();
  const { bankAccount, ledgerCents } = sheet;
  const { label, bankName, maskedRef, accountRef, holder, openedOn, closedOn } = bankAccount;
  const shut = () => setOpen(undefined);
  return (
    <Card title={label}>
      <Stack>
        {closedOn !== undefined && (
          <Notice title="Compte clos">
            Clos le <DayText day={closedOn} long />. Ses opérations restent dans le journal.
          </Notice>
        )}
        <Facts
          facts={[
            ['Banque', bankName ?? 'À préciser'],
            ['IBAN ou numéro', accountRef ?? maskedRef],
            ['Titulaire', holder ?? 'L’association départementale'],
            ...(closedOn === undefined
              ? [['Solde du journal', <Money amountCents={ledgerCents} />] as const]
              : []),
            ['Ouvert le', openedOn === undefined ? 'À préciser' : <DayText day={openedOn} />],
            ['Dernier relevé', <LastStatement on={bankAccount.lastStatementOn} />],
            ...(bankAccount.notes === undefined ? [] : [['Notes', bankAccount.notes] as const]),
          ]}
        />
        {mayChange && (
          <Row>
            <Button onClick={() => setOpen('change')}>Modifier</Button>
            <Button onClick={() => setOpen('close')}>Clôturer le compte</Button>
          </Row>
        )}
        {open === 'change' && (
          <ChangeAccount coopId={coopId} bankAccount={bankAccount} onClose={shut} />
        )}
        {open === 'close' && (
          <CloseAccount coopId={coopId} bankAccountId={bankAccount.id} onClose={shut} />
        )}
      </Stack>
    </Card>
  );
}

const LastStatement = ({ on }: { readonly on: string | undefined }) =>
  on === undefined ? <>Aucun</> : <DayText day={on} />;
