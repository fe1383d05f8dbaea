import { openingAccountNumber, type AccountKind, type Chart } from '../ledger/chart.ts';
import { negateCents, zeroCents, type Cents } from '../money.ts';
import { totalOf, type Balances, type CrfRow } from './operating-statement.ts';

/** Where the money is, and where it comes from; the two sides are equal when entries balance. */
export interface BalanceSheet {
  readonly assets: readonly CrfRow[];
  readonly totalAssetsCents: Cents;
  readonly liabilities: readonly CrfRow[];
  readonly totalLiabilitiesCents: Cents;
}

const assetKinds: ReadonlySet<AccountKind> = new Set(['treasury', 'advance', 'thirdParty']);
const resultLine = { surplus: '120', deficit: '129' } as const;

/**
 * The simplified balance sheet on 31 August: bank and cash always, advances and platform only
 * when something is left on them; opposite, the balance brought forward and the result.
 */
export function balanceSheetOf(balances: Balances, chart: Chart, resultCents: Cents): BalanceSheet {
  const balanceOf = (accountNumber: string): Cents => balances[accountNumber] ?? zeroCents;
  const assets = chart.accounts
    .filter(({ kind }) => assetKinds.has(kind))
    .map(({ accountNumber, label }) => ({
      line: accountNumber,
      label,
      amountCents: balanceOf(accountNumber),
    }))
    .filter(({ line, amountCents }) => amountCents !== 0 || line === '512' || line === '530');
  const liabilities = [
    {
      line: openingAccountNumber,
      label: 'Report à nouveau au 1er septembre',
      amountCents: negateCents(balanceOf(openingAccountNumber)),
    },
    {
      line: resultCents < 0 ? resultLine.deficit : resultLine.surplus,
      label: `Résultat de l’exercice (${resultCents < 0 ? 'déficit' : 'excédent'})`,
      amountCents: resultCents,
    },
  ];
  return {
    assets,
    totalAssetsCents: totalOf(assets),
    liabilities,
    totalLiabilitiesCents: totalOf(liabilities),
  };
}
