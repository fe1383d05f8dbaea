import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { cents } from '#shared/domain/money.ts';
import { Card } from '#web/ui/card.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { StatTile, Stats } from '#web/ui/stat-tile.tsx';
import { Table, type Column } from '#web/ui/table.tsx';
import { billedWords, quotaWords, type AccountSheetData, type Billed } from './bank-register.ts';

interface Props {
  readonly sheet: AccountSheetData;
  readonly onYear: (yearId: string) => void;
}

/** What the account did in a school year, and what the bank asks for it. */
export function YearActivity({ sheet, onYear }: Props) {
  const { activity, cashQuota, yearId, yearIds } = sheet;
  return (
    <Card title={`L’année ${schoolYearLabel(yearId)}`}>
      <Stack>
        {yearIds.length > 1 && (
          <SelectField
            name="year"
            short
            label="Exercice"
            value={yearId}
            onChange={onYear}
            options={yearIds.map((id) => ({ value: id, label: schoolYearLabel(id) }))}
          />
        )}
        {cashQuota.isNextBilled && (
          <Notice tone="warning" title="Le prochain dépôt d’espèces est payant">
            {quotaWords(cashQuota)}.{' '}
            {cashQuota.beyondCents === null ? (
              'Le prix est à demander au siège.'
            ) : (
              <>
                Il coûte <Money amountCents={cashQuota.beyondCents} />.
              </>
            )}{' '}
            Regroupez les dépôts, ou proposez le paiement en ligne.
          </Notice>
        )}
        <Stats>
          <StatTile label="Opérations" value={activity.operations} />
          <StatTile label="Chèques émis" value={activity.chequesIssued} />
          <StatTile
            label="Chèques remis"
            value={activity.chequesDeposited}
            note={`en ${activity.depositSlips} bordereau${activity.depositSlips > 1 ? 'x' : ''}`}
          />
          <StatTile
            label="Dépôts d’espèces"
            value={activity.cashDeposits}
            note={`${cashQuota.freeCount} gratuits par an`}
          />
        </Stats>
        <Cost sheet={sheet} />
      </Stack>
    </Card>
  );
}

const columns: readonly Column<Billed>[] = [
  {
    key: 'kind',
    title: 'Ce que la banque compte',
    names: true,
    cell: ({ kind }) => billedWords[kind],
  },
  { key: 'count', title: 'Nombre', align: 'end', cell: ({ count }) => count },
  { key: 'billed', title: 'Payants', align: 'end', cell: ({ billedCount }) => billedCount },
  {
    key: 'cost',
    title: 'Coût',
    align: 'end',
    cell: ({ billedCount, unitCents }) =>
      unitCents !== null && <Money amountCents={cents(billedCount * unitCents)} />,
  },
];

/** Only what has a price is listed: a column of unknown prices teaches nothing. */
function Cost({ sheet: { cost } }: Pick<Props, 'sheet'>) {
  const priced = cost.billed.filter(({ unitCents }) => unitCents !== null);
  if (priced.length === 0)
    return (
      <p>
        Les tarifs de cette banque ne sont pas encore connus du portail{'\u00A0'}: le coût de
        l’année est à demander au siège.
      </p>
    );
  return (
    <>
      <Table
        caption="Ce que le compte coûte"
        columns={columns}
        rows={priced}
        rowKey={({ kind }) => kind}
      />
      <p>
        {cost.isPartial ? 'Au moins ' : 'En tout '}
        <Money amountCents={cost.knownCents} />.{' '}
        {cost.source !== '' &&
          `Tarif\u00A0: ${cost.source}${cost.toConfirm ? ', à confirmer par le siège' : ''}. `}
        {cost.isPartial && 'Les autres prix ne sont pas connus.'}
      </p>
    </>
  );
}
