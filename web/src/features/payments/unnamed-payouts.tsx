import { DayText } from '#web/ui/day-text.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import type { ReadReport } from './report-words.ts';

/** What a file says paid out without naming the payout: what becomes of it, what to do. */
export const UnnamedPayouts = ({ unnamed }: Pick<ReadReport, 'unnamed'>) => (
  <Notice title="Ce fichier ne nomme pas les versements.">
    <Stack>
      <p>
        Les paiements déjà versés sont gardés dans leurs collectes, sans écriture. L’écriture se
        fera quand vous importerez l’export de chaque versement, ou d’elle-même si la plateforme est
        reliée.
      </p>
      <ul>
        {unnamed.map(({ arrivalOn, count, grossCents }) => (
          <li key={arrivalOn}>
            Versé le <DayText day={arrivalOn} />
            {'\u00A0'}: {count === 1 ? 'un paiement' : `${count}\u00A0paiements`},{' '}
            <Money amountCents={grossCents} />
          </li>
        ))}
      </ul>
    </Stack>
  </Notice>
);
