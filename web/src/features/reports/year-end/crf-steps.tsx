import { Card } from '#web/ui/card.tsx';
import { Checklist, type Step } from '#web/ui/checklist.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { heldControlOf, type Crf, type YearPlace } from './crf-query.ts';

const signedEnough = ({ quitus }: Crf): boolean => {
  const signed = quitus.filter(({ signedAt }) => signedAt !== undefined);
  return signed.length >= 2 && signed.some(({ quality }) => quality === 'parent');
};

/** What is left before filing, in order. */
export function CrfSteps({ coopId, crf }: YearPlace & { readonly crf: Crf }) {
  const { reconciliation, cashCount } = crf.snapshot;
  const bankDone = reconciliation.gapCents === 0;
  const cashDone = cashCount.countedCents === cashCount.ledgerCents;
  const heldDone = heldControlOf(crf)?.level !== 'warning';
  const isBlocked = crf.controls.some(({ level }) => level === 'blocking');
  const steps: readonly Step[] = [
    {
      key: 'bank',
      label: 'La banque et les écritures concordent au 31 août',
      state: bankDone ? 'done' : 'todo',
      ...(!bankDone && { href: `/coops/${coopId}/banque` }),
    },
    {
      key: 'cash',
      label: 'La caisse est comptée',
      state: cashDone ? 'done' : 'todo',
      ...(!cashDone && { href: '#caisse' }),
    },
    {
      key: 'held',
      label: 'Les sommes encore chez les plateformes au 31 août sont constatées',
      state: heldDone ? 'done' : 'todo',
      ...(!heldDone && { href: '#plateformes' }),
    },
    {
      key: 'quitus',
      label: 'Deux vérificateurs ont signé, dont un parent',
      state: signedEnough(crf) ? 'done' : 'todo',
      ...(!signedEnough(crf) && { href: '#quitus' }),
    },
    {
      key: 'controls',
      label: 'Aucun contrôle n’empêche le dépôt',
      state: isBlocked ? 'blocked' : 'done',
      ...(isBlocked && { href: '#controles' }),
    },
    {
      key: 'file',
      label: 'Le CRF est déposé',
      state: 'todo',
      href: '#depot',
      note: (
        <>
          avant le <DayText day={crf.dueOn} long />
        </>
      ),
    },
  ];
  return (
    <Card title="Ce qu’il reste à faire">
      <Checklist label="Étapes de la fin d’année" steps={steps} ordered />
    </Card>
  );
}
