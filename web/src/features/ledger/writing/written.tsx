import { useEffect, useRef } from 'preact/hooks';
import { formatLongDay } from '#shared/domain/dates.ts';
import { formatCents } from '#shared/domain/money.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { entryAmountCents, type LedgerEntry } from '../ledger-entry.ts';

interface Props {
  readonly coopId: string;
  readonly entry: LedgerEntry;
  readonly corrected: LedgerEntry | undefined;
  /** It was written for a line of the bank: the way back leads there. */
  readonly fromBank: boolean;
  readonly onNext: () => void;
}

/** The entry is in the books: what was recorded, and what one usually does next. */
export function Written({ coopId, entry, corrected, fromBank, onNext }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const place = `/coops/${coopId}`;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice
        tone="success"
        title={`Écriture n° ${entry.number} enregistrée`}
        actions={
          <>
            {fromBank ? (
              <LinkButton look="primary" icon="bank" href={`${place}/banque`}>
                Revenir à la banque
              </LinkButton>
            ) : (
              <Button look="primary" icon="plus" onClick={onNext}>
                En saisir une autre
              </Button>
            )}
            <LinkButton href={`${place}/ecritures/${entry.id}`}>Voir</LinkButton>
            <LinkButton href={`${place}/saisie?corrige=${entry.id}`}>Corriger</LinkButton>
            <LinkButton look="quiet" href={`${place}/journal`}>
              Journal
            </LinkButton>
          </>
        }
      >
        {entry.label}, {formatCents(entryAmountCents(entry))}, le {formatLongDay(entry.entryDate)}.
        {corrected?.number !== undefined && ` Elle remplace l’écriture n° ${corrected.number}.`}
      </Notice>
    </div>
  );
}
