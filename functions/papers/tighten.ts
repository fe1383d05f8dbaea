/** A run of text: its font and size, where it stands, what it writes. */
interface Run {
  readonly font: string;
  readonly x: number;
  readonly y: number;
  readonly shown: string;
}

const texts =
  /q\n1 0 0 -1 0 ([\d.]+) cm\nBT\n1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm\n(\/\w+ [\d.]+ Tf)\n(\[.*\] TJ)\nET\nQ\n|[^\n]*\n/gu;
const color = /^[\d. ]+ (?:scn|SCN)$/u;

/** Letters as small as in a table: the eye does not see whether they are kerned. */
const isSmall = (font: string): boolean => Number(font.split(' ')[1]) < 8.5;

const withoutKerning = (shown: string): string =>
  `<${[...shown.matchAll(/<([^>]*)>/gu)].map(([, letters]) => letters).join('')}>Tj`;

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** Numbers as short as a printer can tell, `[<…> 0] TJ` without kerning as `<…>Tj`. */
const short = (line: string): string =>
  line
    .replace(/^\[(<[^>]*>) 0\] TJ$/u, '$1Tj')
    .replace(/ 0\] TJ$/u, ']TJ')
    .replaceAll(/(?<![\w<])-?\d+\.\d{3,}/gu, (number) =>
      String(Math.round(Number(number) * 1_000) / 1_000),
    );

/**
 * The drawing of a page as pdfkit wrote it, said shorter: colours and fonts only where they change,
 * texts that follow each other in one text object, each placed from the one before. Small
 * letters lose their kerning. A page looks the same and weighs a third.
 */
export function tightenContent(content: string): string {
  const out: string[] = [];
  const now = { fill: '', stroke: '', font: '' };
  const wanted = { fill: '', stroke: '' };
  let last: Pick<Run, 'x' | 'y'> | undefined;
  const endText = (): void => {
    if (last) out.push('ET');
    last = undefined;
  };
  const setColors = (): void => {
    for (const kind of ['fill', 'stroke'] as const) {
      if (wanted[kind] === now[kind]) continue;
      now[kind] = wanted[kind];
      out.push(`/DeviceRGB ${kind === 'fill' ? 'cs' : 'CS'} ${wanted[kind]}`);
    }
  };
  const draw = ({ font, x, y, shown }: Run): void => {
    setColors();
    out.push(
      last
        ? `${rounded(x - last.x)} ${rounded(last.y - y)} Td`
        : `BT 1 0 0 -1 ${rounded(x)} ${rounded(y)} Tm`,
    );
    // The pen is where the rounded numbers brought it: errors do not add up.
    last = last
      ? {
          x: last.x + Number(rounded(x - last.x)),
          y: last.y - Number(rounded(last.y - y)),
        }
      : { x: Number(rounded(x)), y: Number(rounded(y)) };
    if (now.font !== font) out.push(font);
    now.font = font;
    out.push(isSmall(font) ? withoutKerning(shown) : short(shown));
  };
  for (const [whole, height, x, y, font, shown] of content.matchAll(texts)) {
    if (font !== undefined && shown !== undefined) {
      draw({ font, shown, x: Number(x), y: Number(height) - Number(y) });
      continue;
    }
    const line = whole.slice(0, -1);
    if (line === '/DeviceRGB cs' || line === '/DeviceRGB CS' || line === '') continue;
    if (color.test(line)) {
      wanted[line.endsWith('scn') ? 'fill' : 'stroke'] = short(line);
      continue;
    }
    endText();
    if (/^(?:q|Q)$/u.test(line)) Object.assign(now, { fill: '?', stroke: '?', font: '?' });
    if (/^(?:S|f|B|b|s)\*?$/u.test(line)) setColors();
    out.push(short(line));
  }
  endText();
  return out
    .join('\n')
    .replaceAll(/ <<\n(\/\w+ )(\/?\w+)\n>> BDC/gu, '<<$1$2>>BDC')
    .replaceAll(
      /EMC\n\/Artifact<<\/Type \/Layout>>BDC\n(?=[\s\S])/gu,
      (_, at: number, all: string) =>
        isInLayout(all, at) ? '' : 'EMC\n/Artifact<</Type /Layout>>BDC\n',
    );
}

/** Whether what ends there is a layout artifact: two in a row are one. */
const isInLayout = (text: string, end: number): boolean => {
  const begin = text.lastIndexOf('BDC', end);
  return text.slice(0, begin).endsWith('/Artifact<</Type /Layout>>');
};
