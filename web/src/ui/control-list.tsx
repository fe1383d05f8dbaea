import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { findCrfEndpoint } from '#shared/contract/reports/crf.ts';
import css from './control-list.module.css';
import { StatusTag, type StatusTone } from './status-tag.tsx';

type Control = AnswerOf<typeof findCrfEndpoint>['controls'][number];

const looks: Readonly<Record<Control['level'], { tone: StatusTone; word: string }>> = {
  ok: { tone: 'success', word: 'Bon' },
  warning: { tone: 'warning', word: 'À voir' },
  blocking: { tone: 'danger', word: 'À corriger' },
};

const pressing: Readonly<Record<Control['level'], number>> = { blocking: 0, warning: 1, ok: 2 };

/** The controls of a CRF, what must be put right first. */
export const ControlList = ({ controls }: { readonly controls: readonly Control[] }) => (
  <ul class={css['list']} aria-label="Contrôles du CRF">
    {controls
      .toSorted((one, other) => pressing[one.level] - pressing[other.level])
      .map(({ code, level, message }) => (
        <li key={code} class={css['control']}>
          <StatusTag tone={looks[level].tone}>{looks[level].word}</StatusTag>
          <span>{message}</span>
        </li>
      ))}
  </ul>
);
