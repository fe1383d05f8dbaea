import type { Chart } from '../ledger/chart.ts';

/** A line of the operating statement of the CRF: several accounts may be summed in one. */
export interface CrfLine {
  readonly line: string;
  readonly label: string;
  readonly section: 'expenses' | 'incomes';
}

/** The lines of the CRF, in the order they are printed. Data, not code. Rules: CRF-1. */
export const crfLines: readonly CrfLine[] = [
  { line: '607', label: 'Achats de produits pour cession', section: 'expenses' },
  { line: '6168', label: 'Assurances versées', section: 'expenses' },
  { line: '618', label: 'Charges des activités éducatives', section: 'expenses' },
  { line: '6281', label: 'Cotisations versées à l’OCCE', section: 'expenses' },
  { line: '65', label: 'Autres charges courantes', section: 'expenses' },
  { line: '67', label: 'Charges exceptionnelles', section: 'expenses' },
  { line: '68', label: 'Achats de biens durables', section: 'expenses' },
  { line: '707', label: 'Ventes de produits pour cession', section: 'incomes' },
  { line: '708', label: 'Produits des activités éducatives', section: 'incomes' },
  { line: '741', label: 'Subventions de l’État et des collectivités', section: 'incomes' },
  { line: '748', label: 'Subventions d’autres organismes', section: 'incomes' },
  { line: '75', label: 'Autres produits courants', section: 'incomes' },
  { line: '7562', label: 'Participations volontaires des familles', section: 'incomes' },
  { line: '761', label: 'Intérêts perçus', section: 'incomes' },
  { line: '77', label: 'Produits exceptionnels', section: 'incomes' },
];

/** The accounts of the chart that a line sums. */
export const accountNumbersOf = (chart: Chart, { line }: CrfLine): readonly string[] =>
  chart.accounts
    .filter(({ crfLine }) => crfLine === line)
    .map(({ accountNumber }) => accountNumber);
