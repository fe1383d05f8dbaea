import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Row } from '#web/ui/layout.tsx';
import { StatusTag, type StatusTone } from '#web/ui/status-tag.tsx';
import { BankLineWords } from './bank-line-words.tsx';
import { ChooseEntryDialog } from './choose-entry-dialog.tsx';
import type { BankLine, OpenLine, Proposal, WaitingEntry } from './reconciliation.ts';
import type { Matching } from './use-matching.ts';
import css from './bank.module.css';

interface Props {
  readonly coopId: string;
  readonly bankAccountId: string;
  readonly openLine: OpenLine;
  readonly waitingEntries: readonly WaitingEntry[];
  readonly matching: Matching;
  readonly mayWrite: boolean;
}

/** A line that met nothing: what it may be and why, and the three ways on. */
export function OpenLineCard(props: Props) {
  const { coopId, bankAccountId, openLine, waitingEntries, matching, mayWrite } = props;
  const { line, proposal, entry } = openLine;
  const [choosing, setChoosing] = useState(false);
  const confirm = (entryId: string) => matching.confirm([{ lineId: line.id, entryId }]);
  const writing = new URLSearchParams({ compte: bankAccountId, ligne: line.id });
  return (
    <>
      <BankLineWords line={line} />
      {proposal && entry ? (
        <ProposalWords coopId={coopId} proposal={proposal} entry={entry} />
      ) : (
        <p class={css['soft']}>Aucune écriture du journal ne lui correspond.</p>
      )}
      {mayWrite && (
        <Row>
          {entry && (
            <Button
              icon="check"
              busy={matching.busyLineIds.has(line.id)}
              label={`Confirmer : ${line.label}, ${entry.label}`}
              onClick={() => confirm(entry.id)}
            >
              Confirmer
            </Button>
          )}
          {!entry && (
            <LinkButton
              icon="plus"
              href={`/coops/${coopId}/saisie?${writing.toString()}`}
              label={`${writeWords(line)} : ${line.label}`}
            >
              {writeWords(line)}
            </LinkButton>
          )}
          <Button
            look="quiet"
            label={`${entry ? 'Choisir une autre écriture' : 'Choisir une écriture'} : ${line.label}`}
            onClick={() => setChoosing(true)}
          >
            {entry ? 'Choisir une autre écriture' : 'Choisir une écriture'}
          </Button>
        </Row>
      )}
      {choosing && (
        <ChooseEntryDialog
          line={line}
          waitingEntries={waitingEntries}
          writeHref={`/coops/${coopId}/saisie?${writing.toString()}`}
          writeWords={writeWords(line)}
          onChoose={(entryId) => {
            setChoosing(false);
            confirm(entryId);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

const writeWords = ({ amountCents }: BankLine): string =>
  amountCents < 0 ? 'Saisir cette dépense' : 'Saisir cette recette';

const confidences: Readonly<
  Record<Proposal['confidence'], { readonly tone: StatusTone; readonly words: string }>
> = {
  sure: { tone: 'success', words: 'Sûr' },
  likely: { tone: 'info', words: 'Probable' },
  possible: { tone: 'neutral', words: 'Possible, à vérifier' },
};

interface ProposalProps {
  readonly coopId: string;
  readonly proposal: Proposal;
  readonly entry: WaitingEntry;
}

const ProposalWords = ({ coopId, proposal, entry }: ProposalProps) => (
  <div class={css['proposal']}>
    <div class={css['tied']}>
      <StatusTag tone={confidences[proposal.confidence].tone}>
        {confidences[proposal.confidence].words}
      </StatusTag>
      <span>
        <Link href={`/coops/${coopId}/ecritures/${entry.id}`}>
          n° {entry.number}, {entry.label}
        </Link>
        , le <DayText day={entry.entryDate} />
      </span>
    </div>
    <p class={css['soft']}>{proposal.reasons.join(' · ')}</p>
  </div>
);
