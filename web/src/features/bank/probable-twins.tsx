import { Button } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import type { Imported } from './import-words.ts';
import css from './workbench.module.css';

interface Props {
  readonly twins: Imported['probableTwins'];
  readonly onKeep: () => void;
  /** Which file, when there are several. */
  readonly fileName?: string;
}

/** Lines that another file probably brought: left out, unless somebody says otherwise. */
export const ProbableTwins = ({ twins, onKeep, fileName }: Props) => (
  <Notice
    tone="warning"
    title={
      twins.length === 1
        ? '1 ligne est probablement déjà là\u00A0: elle n’a pas été ajoutée.'
        : `${twins.length} lignes sont probablement déjà là\u00A0: elles n’ont pas été ajoutées.`
    }
    actions={<Button onClick={onKeep}>Ce sont d’autres opérations{'\u00A0'}: les ajouter</Button>}
  >
    <ul class={css['matched']}>
      {twins.map(({ line, known }, index) => (
        <li key={index}>
          <TwinWords
            words={fileName === undefined ? 'Dans ce fichier' : `Dans ${fileName}`}
            {...line}
          />
          <TwinWords words="Déjà importée" {...known} />
        </li>
      ))}
    </ul>
  </Notice>
);

type Twin = Imported['probableTwins'][number]['line'];

const TwinWords = ({ words, date, label, amountCents }: Twin & { readonly words: string }) => (
  <span>
    {words}
    {'\u00A0'}: <DayText day={date} />, {label}, <Money amountCents={amountCents} signed />
  </span>
);
