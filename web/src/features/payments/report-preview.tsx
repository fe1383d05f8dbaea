import { Button } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { StatusTag, type StatusTone } from '#web/ui/status-tag.tsx';
import { Table } from '#web/ui/table.tsx';
import type { ReadReport } from './report-words.ts';
import { UnnamedPayouts } from './unnamed-payouts.tsx';

interface Props {
  readonly report: ReadReport;
  readonly busy: boolean;
  readonly onConfirm: () => void;
}

const stateWords: Readonly<
  Record<ReadReport['payouts'][number]['state'], readonly [string, StatusTone]>
> = {
  new: ['Nouveau', 'info'],
  known: ['Déjà annoncé', 'neutral'],
  booked: ['Déjà comptabilisé', 'success'],
};

/** A file that numbers no payout has one for each day. */
const nameOf = (id: string): string => (id.startsWith('date-') ? 'Versement sans numéro' : id);

/** What a file says, before anything is written; then that it was given. */
export const ReportPreview = ({ report, busy, onConfirm }: Props) => {
  const { payouts, awaiting, unnamed, leftOut, imported, problemCount } = report;
  return (
    <Stack>
      {imported && (
        <Notice tone="success" title="Fichier importé.">
          {payouts.length > 0
            ? 'Chaque versement devient une écriture dans quelques secondes.'
            : 'Les paiements seront dans les collectes dans quelques secondes.'}{' '}
          Ce qui attend est dans l’onglet Messages, avec sa raison.
        </Notice>
      )}
      {problemCount > 0 && <Problems report={report} />}
      {unnamed.length > 0 && <UnnamedPayouts unnamed={unnamed} />}
      {(payouts.length > 0 || unnamed.length === 0) && <PayoutTable report={report} />}
      {awaiting.count > 0 && (
        <p>
          Paiements pas encore versés{'\u00A0'}: {awaiting.count},{' '}
          <Money amountCents={awaiting.grossCents} />. Ils sont notés dans les collectes.
        </p>
      )}
      {leftOut.map(({ reason, count }) => (
        <p key={reason}>
          Lignes laissées de côté{'\u00A0'}: {count}. {reason}
        </p>
      ))}
      {!imported && problemCount === 0 && (
        <Row>
          <Button look="primary" busy={busy} onClick={onConfirm}>
            Importer
          </Button>
        </Row>
      )}
    </Stack>
  );
};

const PayoutTable = ({ report: { layout, payouts } }: Pick<Props, 'report'>) => (
  <Table
    caption={`Versements trouvés, ${layout.name}`}
    rows={payouts}
    rowKey={({ id }) => id}
    empty="Aucun versement dans ce fichier."
    columns={[
      { key: 'id', title: 'Versement', names: true, cell: ({ id }) => nameOf(id) },
      { key: 'on', title: 'Arrivée', cell: ({ arrivalOn }) => <DayText day={arrivalOn} /> },
      { key: 'lines', title: 'Lignes', align: 'end', cell: ({ lineCount }) => lineCount },
      {
        key: 'gross',
        title: 'Brut',
        align: 'end',
        cell: ({ grossCents }) => <Money amountCents={grossCents} />,
      },
      {
        key: 'back',
        title: 'Remboursé',
        align: 'end',
        cell: ({ refundedCents }) => refundedCents !== 0 && <Money amountCents={refundedCents} />,
      },
      {
        key: 'fee',
        title: 'Commission',
        align: 'end',
        cell: ({ feeCents }) => <Money amountCents={feeCents} />,
      },
      {
        key: 'net',
        title: 'Net en banque',
        align: 'end',
        cell: ({ netCents }) => <Money amountCents={netCents} />,
      },
      {
        key: 'state',
        title: 'État',
        cell: ({ state }) => (
          <StatusTag tone={stateWords[state][1]}>{stateWords[state][0]}</StatusTag>
        ),
      },
    ]}
  />
);

const Problems = ({ report: { problems, problemCount } }: Pick<Props, 'report'>) => (
  <Notice
    tone="error"
    title={
      problemCount === 1
        ? 'Une ligne ne peut pas être lue\u00A0: rien ne sera importé.'
        : `${problemCount} lignes ne peuvent pas être lues\u00A0: rien ne sera importé.`
    }
  >
    <ul>
      {problems.map(({ row, message }) => (
        <li key={`${row} ${message}`}>
          {row > 0 && `Ligne ${row}\u00A0: `}
          {message}
        </li>
      ))}
    </ul>
  </Notice>
);
