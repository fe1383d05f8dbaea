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

interface Props {
  readonly controls: readonly Control[];
}

/** The controls of a CRF: what must be put right first, what is right behind a fold. */
export const ControlList = ({ controls }: Props) => {
  const right = controls.filter(({ level }) => level === 'ok');
  const others = controls
    .filter(({ level }) => level !== 'ok')
    .toSorted((one, other) => pressing[one.level] - pressing[other.level]);
  return (
    <div class={css['groups']}>
      {others.length > 0 && <Controls label="Contrôles à voir" controls={others} />}
      {right.length > 0 && (
        <details>
          <summary class={css['summary']}>
            {right.length === 1 ? '1 contrôle est bon' : `${right.length} contrôles sont bons`}
          </summary>
          <Controls label="Contrôles bons" controls={right} />
        </details>
      )}
    </div>
  );
};

const Controls = ({ label, controls }: Props & { readonly label: string }) => (
  <ul class={css['list']} aria-label={label}>
    {controls.map(({ code, level, message }) => (
      <li key={code} class={css['control']}>
        <StatusTag tone={looks[level].tone}>{looks[level].word}</StatusTag>
        <span>{message}</span>
      </li>
    ))}
  </ul>
);
