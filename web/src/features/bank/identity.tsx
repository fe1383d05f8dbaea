import { formatDay, type Day } from '#shared/domain/dates.ts';
import { formatCents, type Cents } from '#shared/domain/money.ts';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Table, type Column } from '#web/ui/table.tsx';
import type { ComponentChildren } from 'preact';
import { expectedCents, openCountOf, type Reconciliation } from './reconciliation.ts';

interface IdentityRow {
  readonly key: string;
  readonly words: ComponentChildren;
  readonly amountCents: Cents;
  /** `+` or `−` before what is added to or taken from the balance of the bank. */
  readonly sign?: string;
}

interface Props {
  readonly reconciliation: Reconciliation;
  /** The day it tells of, when it is not now. */
  readonly on?: Day;
}

/** How the balance of the bank becomes that of the journal, and whether nothing is left over. */
export function Identity({ reconciliation, on }: Props) {
  const { gapCents } = reconciliation.identity;
  return (
    <Card
      title={
        on === undefined ? 'La banque et le journal' : `La banque et le journal au ${formatDay(on)}`
      }
    >
      <Stack>
        <Verdict gapCents={gapCents} openCount={openCountOf(reconciliation)} />
        {gapCents !== null && (
          <details open={on !== undefined || gapCents !== 0}>
            <summary>Du solde de la banque à celui du journal</summary>
            <IdentityTable reconciliation={reconciliation} />
          </details>
        )}
      </Stack>
    </Card>
  );
}

interface VerdictProps {
  readonly gapCents: Cents | null;
  readonly openCount: number;
}

function Verdict({ gapCents, openCount }: VerdictProps) {
  if (gapCents === null)
    return (
      <Notice title="Importez un relevé pour comparer.">
        Le portail dira ce qui explique la différence entre la banque et votre journal.
      </Notice>
    );
  if (gapCents === 0 && openCount > 0)
    return (
      <Notice
        title={
          openCount === 1
            ? 'Reste 1 ligne de la banque à expliquer'
            : `Reste ${openCount} lignes de la banque à expliquer`
        }
      >
        Pour le reste, la banque et le journal concordent au centime.
      </Notice>
    );
  if (gapCents === 0)
    return (
      <Notice tone="success" title="Tout est expliqué">
        La banque et le journal concordent au centime.
      </Notice>
    );
  return (
    <Notice tone="warning" title={`Écart de ${formatCents(gapCents).replace('-', '−')}`}>
      Ni les lignes ni les écritures ci-dessous ne l’expliquent : vérifiez qu’il ne manque pas un
      relevé, puis la situation de départ de l’exercice.
    </Notice>
  );
}

function IdentityTable({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const columns: readonly Column<IdentityRow>[] = [
    { key: 'words', title: 'Étape', names: true, cell: ({ words }) => words },
    {
      key: 'amount',
      title: 'Montant',
      align: 'end',
      cell: ({ amountCents, sign }) => (
        <span>
          {sign} <Money amountCents={amountCents} />
        </span>
      ),
    },
  ];
  return (
    <Table
      caption="Du solde de la banque à celui du journal"
      captionUnseen
      columns={columns}
      rows={rowsOf(reconciliation)}
      rowKey={({ key }) => key}
    />
  );
}

function rowsOf(reconciliation: Reconciliation): readonly IdentityRow[] {
  const { identity } = reconciliation;
  const { statementCents, statementOn, notYetDebitedCents, notYetCreditedCents } = identity;
  const expected = expectedCents(reconciliation);
  if (statementCents === null || expected === null) return [];
  return [
    {
      key: 'statement',
      words: <>Solde de la banque{statementOn !== null && <On day={statementOn} />}</>,
      amountCents: statementCents,
    },
    {
      key: 'debited',
      words: 'Chèques et paiements notés, pas encore débités',
      amountCents: notYetDebitedCents,
      sign: '−',
    },
    {
      key: 'credited',
      words: 'Remises et versements notés, pas encore crédités',
      amountCents: notYetCreditedCents,
      sign: '+',
    },
    {
      key: 'notInBooks',
      words: 'Opérations de la banque pas encore notées',
      amountCents: identity.notInBooksCents,
      sign: '−',
    },
    ...(identity.setApartCents === 0
      ? []
      : [
          {
            key: 'apart',
            words: 'Lignes mises de côté (centralisation du compte)',
            amountCents: identity.setApartCents,
            sign: '−',
          },
        ]),
    { key: 'expected', words: 'Ce que le journal devrait dire', amountCents: expected, sign: '=' },
    { key: 'ledger', words: 'Ce que dit le journal', amountCents: identity.ledgerCents },
  ];
}

const On = ({ day }: { readonly day: string }) => (
  <>
    {' '}
    au <DayText day={day} />
  </>
);
