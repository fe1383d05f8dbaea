import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { printCrf, submitCrf } from '#web/api/reports.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Facts, Row, Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { showToast } from '#web/ui/toast.tsx';
import type { Crf, YearPlace } from './crf-query.ts';

interface Props extends YearPlace {
  readonly crf: Crf;
  readonly maySubmit: boolean;
}

/** The PDF, and the filing: one click after a look at what it will do. */
export function Filing({ crf, maySubmit, ...place }: Props) {
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const print = useMutation({
    mutationFn: () => printCrf(place),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const submit = useMutation({
    mutationFn: () => submitCrf(place),
    onSuccess: async () => {
      setAsking(false);
      showToast({ message: 'CRF déposé. Le siège l’a reçu.' });
      await queries.invalidateQueries();
    },
  });
  const isBlocked = crf.controls.some(({ level }) => level === 'blocking');
  return (
    <Card title="Le CRF" anchor="depot">
      <Stack>
        {print.error && <ProblemNotice problem={print.error} />}
        <Row>
          {maySubmit && (
            <Button
              look="primary"
              icon="check"
              disabledReason={
                isBlocked
                  ? 'Corrigez d’abord les contrôles marqués «\u00A0À corriger\u00A0».'
                  : undefined
              }
              onClick={() => setAsking(true)}
            >
              Déposer le CRF au siège
            </Button>
          )}
          <Button icon="download" busy={print.isPending} onClick={() => print.mutate()}>
            {crf.status === 'draft' || crf.status === 'returned'
              ? 'Voir le projet en PDF'
              : 'Télécharger le CRF (PDF)'}
          </Button>
        </Row>
        {crf.paperSha256 !== undefined && (
          <p>
            Empreinte du document déposé{'\u00A0'}: <code>{crf.paperSha256.slice(0, 12)}</code>
          </p>
        )}
      </Stack>
      <Dialog
        open={asking}
        title="Déposer le CRF"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="primary" busy={submit.isPending} onClick={() => submit.mutate()}>
              Déposer
            </Button>
            <Button onClick={() => setAsking(false)}>Pas encore</Button>
          </>
        }
      >
        <Stack>
          {submit.error && <ProblemNotice problem={submit.error} />}
          <p>
            L’exercice {schoolYearLabel(place.yearId)} sera clos{'\u00A0'}: plus aucune écriture ne
            pourra y entrer. Seul le siège peut le rouvrir, en renvoyant le CRF.
          </p>
          <Facts
            facts={[
              ['Charges', <Money amountCents={crf.snapshot.totalExpensesCents} />],
              ['Produits', <Money amountCents={crf.snapshot.totalIncomesCents} />],
              ['Résultat', <Money amountCents={crf.snapshot.resultCents} signed />],
              ['Écritures', crf.snapshot.entryCount],
            ]}
          />
        </Stack>
      </Dialog>
    </Card>
  );
}
