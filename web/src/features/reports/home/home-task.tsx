import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { findHomeEndpoint } from '#shared/contract/reports/home.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import type { Step } from '#web/ui/checklist.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Money } from '#web/ui/money.tsx';

export type Home = AnswerOf<typeof findHomeEndpoint>;
export type Task = Home['tasks'][number];

interface Wording {
  /** What to do, with how many. */
  readonly label: (task: Task) => string;
  /** Where, after `/coops/{coopId}`. */
  readonly place: (task: Task) => string;
}

const some = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${several}`;

const yearOf = ({ targetId }: Task): string =>
  targetId === undefined ? '' : ` ${schoolYearLabel(targetId)}`;

const wordings: Readonly<Record<Task['kind'], Wording>> = {
  openYear: {
    label: (task) => `Ouvrir l’exercice${yearOf(task)}`,
    place: () => '/fin-annee',
  },
  postDrafts: {
    label: ({ count }) => some(count, 'brouillon à valider', 'brouillons à valider'),
    place: () => '/journal',
  },
  matchLines: {
    label: ({ count }) =>
      some(count, 'ligne de la banque à rapprocher', 'lignes de la banque à rapprocher'),
    place: () => '/banque',
  },
  importStatement: {
    label: () => 'Importer le relevé de la banque',
    place: () => '/banque',
  },
  depositPayments: {
    label: ({ count }) =>
      some(
        count,
        'paiement de famille à déposer (chèque ou espèces)',
        'paiements de familles à déposer (chèques, espèces)',
      ),
    place: ({ targetId }) => (targetId === undefined ? '/collectes' : `/collectes/${targetId}`),
  },
  settleAdvances: {
    label: () => 'Faire rendre les régies des classes avant la fin de l’année',
    place: () => '/saisie?genre=virement',
  },
  prepareCrf: {
    label: (task) => `Préparer et déposer le CRF${yearOf(task)}`,
    place: () => '/fin-annee',
  },
  correctCrf: {
    label: (task) => `Corriger le CRF${yearOf(task)} renvoyé par le siège`,
    place: () => '/fin-annee',
  },
  heldPayouts: {
    label: ({ count }) =>
      some(count, 'versement de plateforme en attente', 'versements de plateforme en attente'),
    place: () => '/plateformes',
  },
};

/** A task of the server as a step one can follow, with its amount and its day. */
export function stepOf(coopId: string, task: Task): Step {
  const { label, place } = wordings[task.kind];
  return {
    key: `${task.kind}-${task.targetId ?? ''}`,
    label: label(task),
    href: `/coops/${coopId}${place(task)}`,
    state: 'todo',
    note: (task.amountCents !== undefined || task.dueOn !== undefined) && (
      <>
        {task.amountCents !== undefined && <Money amountCents={task.amountCents} />}
        {task.amountCents !== undefined && task.dueOn !== undefined && ', '}
        {task.dueOn !== undefined && (
          <>
            avant le <DayText day={task.dueOn} long />
          </>
        )}
      </>
    ),
  };
}
