import { Button, LinkButton } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { DayText } from '#web/ui/day-text.tsx';
import { Row } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { EntryName } from './entry-name.tsx';
import type { BankLine, OpenLine, Suggestion } from './reconciliation.ts';
import { ReturnedCheques } from './returned-cheques.tsx';
import type { Matching } from './use-matching.ts';
import type { Workbench } from './use-workbench.ts';
import css from './workbench.module.css';

interface Props {
  readonly coopId: string;
  readonly openLine: OpenLine;
  readonly bench: Workbench;
  readonly matching: Matching;
  readonly mayWrite: boolean;
  readonly writeHref: string;
}

/** A line that met nothing; the one that somebody is at shows what it may be and what can be done. */
export function LineItem(props: Props) {
  const { openLine, bench, mayWrite } = props;
  const { line } = openLine;
  const isCurrent = bench.current?.line.id === line.id;
  const isChosen = bench.chosen.includes(line);
  return (
    <li class={classNames(css['item'], isCurrent && css['current'], isChosen && css['isChosen'])}>
      <div class={css['head']}>
        {mayWrite && (
          <label class={css['tick']}>
            <input
              type="checkbox"
              checked={isChosen}
              onChange={() => bench.toggleLine(line.id)}
              aria-label={`Choisir la ligne ${line.label}`}
            />
          </label>
        )}
        <button
          type="button"
          class={css['line']}
          data-line={line.id}
          aria-expanded={isCurrent}
          onFocus={() => bench.setCurrent(line.id)}
          onClick={() => bench.setCurrent(line.id)}
        >
          <span class={css['day']}>
            <DayText day={line.date} />
          </span>
          <span class={css['label']}>{line.label}</span>
          <strong class={css['amount']}>
            <Money amountCents={line.amountCents} signed />
          </strong>
          <span class={css['state']}>
            <LineState openLine={openLine} />
          </span>
        </button>
      </div>
      {isCurrent && <LineBody {...props} />}
    </li>
  );
}

function LineState({ openLine }: Pick<Props, 'openLine'>) {
  const {
    line,
    suggestions: [suggestion],
    returned,
  } = openLine;
  if (line.toExplain) return <StatusTag tone="warning">À expliquer</StatusTag>;
  if (!suggestion)
    return returned.length > 0 ? (
      <StatusTag tone="info">Chèque impayé</StatusTag>
    ) : (
      <StatusTag>Aucune écriture</StatusTag>
    );
  if (suggestion.automatic) return <StatusTag tone="success">Sûr</StatusTag>;
  return <StatusTag tone="info">{suggestion.balances ? 'Suggestion' : 'Montant proche'}</StatusTag>;
}

function LineBody({ coopId, openLine, bench, matching, mayWrite, writeHref }: Props) {
  const { line, suggestions, returned } = openLine;
  return (
    <div class={css['body']}>
      {line.note !== undefined && (
        <p class={css['note']}>
          À expliquer{'\u00A0'}: {line.note}
        </p>
      )}
      {suggestions.length === 0 && returned.length === 0 && (
        <p class={css['soft']}>Aucune écriture du journal ne lui correspond.</p>
      )}
      {suggestions.length > 0 && (
        <ol class={css['suggestions']}>
          {suggestions.map((suggestion, rank) => (
            <li key={suggestion.entries.map(({ id }) => id).join(' ')}>
              <SuggestionWords coopId={coopId} suggestion={suggestion} />
              {mayWrite && suggestion.balances && (
                <Button
                  icon="check"
                  {...(rank === 0 && { look: 'primary' as const })}
                  label={`Confirmer\u00A0: ${line.label}, ${suggestion.entries[0]?.label ?? ''}`}
                  onClick={() => bench.confirm(suggestion)}
                >
                  Confirmer
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {returned.length > 0 && <ReturnedCheques {...{ coopId, line, returned, mayWrite }} />}
      {mayWrite && (
        <Row>
          <LinkButton
            icon="plus"
            href={writeHref}
            label={`${writeWords(line)}\u00A0: ${line.label}`}
          >
            {writeWords(line)}
          </LinkButton>
          {line.toExplain ? (
            <Button
              look="quiet"
              onClick={() => matching.mark({ lineId: line.id, mark: 'ordinary' })}
            >
              N’est plus à expliquer
            </Button>
          ) : (
            <Button look="quiet" onClick={() => bench.run({ act: 'explain' })}>
              À expliquer
            </Button>
          )}
        </Row>
      )}
    </div>
  );
}

const writeWords = ({ amountCents }: BankLine): string =>
  amountCents < 0 ? 'Saisir cette dépense' : 'Saisir cette recette';

/** The entries that a line may be, and why. */
const SuggestionWords = ({
  coopId,
  suggestion,
}: {
  readonly coopId: string;
  readonly suggestion: Suggestion;
}) => (
  <div class={css['suggestion']}>
    {suggestion.entries.slice(0, 3).map((entry) => (
      <span key={entry.id}>
        <EntryName coopId={coopId} entry={entry} />, le <DayText day={entry.entryDate} />,{' '}
        <Money amountCents={entry.amountCents} signed />
      </span>
    ))}
    {suggestion.entries.length > 3 && (
      <span>et {suggestion.entries.length - 3} autres écritures</span>
    )}
    {suggestion.lines.length > 1 && (
      <span>avec {suggestion.lines.length - 1} autre ligne du relevé</span>
    )}
    <span class={css['soft']}>{suggestion.reasons.join(' · ')}</span>
  </div>
);
