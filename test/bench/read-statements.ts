import { readStatement } from '#shared/domain/bank/reading/read-statement.ts';
import { camtOf, csvOf, mt940Of, qifOf } from '#test/support/statement-files.ts';
import { cfonbOf, ofxOf, type MadeStatement } from '#test/support/statements.ts';

const makers = {
  cfonb120: cfonbOf,
  ofx: ofxOf,
  camt: camtOf,
  qif: qifOf,
  mt940: mt940Of,
  csv: csvOf,
};

/** A statement of that many operations, all days of March. */
const statementOf = (count: number): MadeStatement => ({
  from: '2026-03-01',
  to: '2026-03-31',
  openingCents: 0,
  operations: Array.from({ length: count }, (_, index) => ({
    date: `2026-03-${String((index % 31) + 1).padStart(2, '0')}`,
    cents: (index % 9_000) - 4_500 || 1,
    label: `VIR INST MME DUPONT CLAIRE SORTIE CM2 ${index}`,
  })),
});

/** `node test/bench/read-statements.ts`: how long each format takes, and that it grows in line. */
for (const [format, make] of Object.entries(makers)) {
  const times = [1_000, 10_000, 100_000].map((count) => {
    const bytes = new TextEncoder().encode(make(statementOf(count)));
    if (bytes.byteLength > 25_000_000) return `${count}: over 25 MB`;
    const started = performance.now();
    const read = readStatement(bytes);
    const time = Math.round(performance.now() - started);
    const found = read.ok ? read.value.statements[0]?.lines.length : read.rejection;
    return `${found} lines (${(bytes.byteLength / 1e6).toFixed(1)} MB) in ${time} ms`;
  });
  console.log(`${format}: ${times.join(' · ')}`);
}
