import encodeQR from 'qr';
import type { Paper } from './paper.ts';
import { ink } from './write.ts';

/** Draws the code of an address as vectors: sharp at any size, and read from a bad copy. */
export function drawQrCode(
  { doc, body }: Paper,
  url: string,
  { x, y, side, says }: { x: number; y: number; side: number; says: string },
): void {
  // The paper around it is its quiet zone; the package draws one sign of it at least.
  const rows = encodeQR(url, 'raw', { ecc: 'medium', border: 1 })
    .slice(1, -1)
    .map((modules) => modules.slice(1, -1));
  const step = side / rows.length;
  const draw = (): void => {
    for (const [row, modules] of rows.entries())
      for (const { from, length } of runsOf(modules))
        doc.rect(x + from * step, y + row * step, length * step, step);
    doc.fillColor(ink.text).fill();
  };
  body.add(doc.struct('Figure', { alt: says }, [draw]));
}

/** The dark modules of a row that touch, as one stroke each. */
function runsOf(modules: readonly boolean[]): readonly { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (const [index, isDark] of modules.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last && last.from + last.length === index) last.length += 1;
    else runs.push({ from: index, length: 1 });
  }
  return runs;
}
