import { besideIn } from '#shared/domain/bank/register/succession.ts';
import { Notice } from '#web/ui/notice.tsx';
import type { Reconciliation } from './reconciliation.ts';

type Account = Reconciliation['bankAccount'];

interface Props {
  readonly account: Account;
  readonly accounts: readonly Account[];
}

/** Says that two banks are one account of the journal, and what to do of a transfer between them. */
export function ChangeOfBank({ account, accounts }: Props) {
  const others = besideIn(account, accounts).map(({ label }) => `«\u00A0${label}\u00A0»`);
  if (others.length === 0) return null;
  return (
    <Notice title={`Compté avec ${others.join(' et ')}`}>
      La coopérative a changé de banque{'\u00A0'}: face au journal, les relevés de ces comptes
      s’additionnent. Un virement de l’un à l’autre ne s’écrit pas dans le journal{'\u00A0'}: mettez
      sa ligne de côté sur les deux relevés.
    </Notice>
  );
}
