import { cents } from '#shared/domain/money.ts';
import { Button } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { Money } from '#web/ui/money.tsx';
import { totalOf, type Reconciliation } from './reconciliation.ts';
import type { Workbench } from './use-workbench.ts';
import css from './workbench.module.css';

interface Props {
  readonly reconciliation: Reconciliation;
  readonly bench: Workbench;
  readonly openCount: number;
}

/** What is left between bank and books, always in sight; and what is chosen, when something is. */
export function RunningBar({ reconciliation, bench, openCount }: Props) {
  const { gapCents, notInBooksCents } = reconciliation.identity;
  return (
    <div class={css['bar']}>
      <dl class={css['sums']}>
        {gapCents !== null && (
          <div class={classNames(gapCents === 0 ? css['even'] : css['uneven'])}>
            <dt>Écart</dt>
            <dd>
              <Money amountCents={gapCents} />
            </dd>
          </div>
        )}
        <div>
          <dt>{openCount <= 1 ? 'Ligne à expliquer' : 'Lignes à expliquer'}</dt>
          <dd>
            {openCount} (<Money amountCents={notInBooksCents} signed />)
          </dd>
        </div>
      </dl>
      {(bench.chosen.length > 0 || bench.entries.length > 0) && <Chosen bench={bench} />}
    </div>
  );
}

function Chosen({ bench }: { readonly bench: Workbench }) {
  const { lines, entries } = bench;
  const linesCents = totalOf(lines);
  const entriesCents = totalOf(entries);
  const leftCents = cents(linesCents - entriesCents);
  return (
    <div class={css['chosen']} role="status">
      <span>
        {lines.length === 1 ? '1 ligne' : `${lines.length} lignes`}{' '}
        <Money amountCents={linesCents} signed />,{' '}
        {entries.length <= 1 ? `${entries.length} écriture` : `${entries.length} écritures`}{' '}
        <Money amountCents={entriesCents} signed />, reste{' '}
        <strong>
          <Money amountCents={leftCents} signed />
        </strong>
      </span>
      <span class={css['acts']}>
        <Button
          look="primary"
          icon="check"
          disabledReason={reasonOf(entries.length, leftCents)}
          onClick={bench.group}
        >
          Rapprocher
        </Button>
        <Button look="quiet" onClick={bench.forget}>
          Ne rien choisir
        </Button>
      </span>
    </div>
  );
}

function reasonOf(entryCount: number, leftCents: number): string | undefined {
  if (entryCount === 0) return 'Cochez les écritures qui correspondent.';
  return leftCents === 0 ? undefined : 'Les deux côtés doivent avoir le même montant.';
}
