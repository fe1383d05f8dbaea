import { formatCents, type Cents } from '#shared/domain/money.ts';
import { dayInParis, formatDay } from '#shared/domain/dates.ts';
import { spaced } from '#shared/domain/text.ts';
import type { Paper } from './paper.ts';

/** Ink, from black to a hairline: all of it holds in black and white. */
export const ink = { text: '#1A1A1A', soft: '#555555', rule: '#8C8C8C', hair: '#CFCFCF' } as const;

export interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Figures of the same width, to be read in columns. */
  readonly tabular?: boolean;
}

/** The letters the font has, of those that French and its neighbours write. */
const drawn =
  /[ -~\u00A0-\u00AC\u00AE-\u00B4\u00B6-\u0107\u010A-\u0113\u0116-\u011B\u011E-\u0123\u0126\u0127\u012A\u012B\u012E-\u0133\u0136\u0137\u0139-\u013E\u0141-\u0148\u0150-\u0155\u0158-\u015B\u015E-\u0165\u016A\u016B\u016E-\u017E\u0218-\u021B\u2013\u2014\u2018-\u201A\u201C\u201D\u2022\u2026\u20AC\u2212]/u;

/**
 * The text in the letters that the font has, here and only here: the ordinary no-break space for
 * the narrow one, the bare letter for one with a rare accent (`ị`), and `?` for what remains.
 */
const printable = (text: string): string =>
  Array.from(text.normalize('NFC').replace(/[\u202F\u2009]/gu, '\u00A0'), (letter) => {
    if (drawn.test(letter)) return letter;
    const [bare = ''] = letter.normalize('NFD');
    return drawn.test(bare) ? bare : '?';
  }).join('');

/** `−1 234,56 €`, with a true minus sign. */
export const amount = (value: Cents): string => formatCents(value).replace('-', '\u2212');

/** `16/03/2026`, the day it was in Paris at that instant. */
export const dayOfInstant = (instant: string): string => formatDay(dayInParis(instant));

const lineHeightRatio = 1.28;

/** The height of one line of that size. */
export const lineHeight = (size: number): number => size * lineHeightRatio;

const setType = ({ doc }: Paper, { size, bold = false, color = ink.text }: Style): void => {
  doc
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(color);
};

const featuresOf = ({ tabular = false }: Style) => (tabular ? { features: ['tnum' as const] } : {});

/** What was measured already: names, dates and amounts of a list come again and again. */
const measured = new WeakMap<PDFKit.PDFDocument, Map<string, number>>();

/** The width the text takes on one line. */
function widthOf(paper: Paper, text: string, style: Style): number {
  const { doc } = paper;
  const widths = measured.get(doc) ?? new Map<string, number>();
  measured.set(doc, widths);
  const key = `${style.size}${style.bold === true ? 'b' : ''}${style.tabular === true ? 't' : ''} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  setType(paper, style);
  const width = doc.widthOfString(printable(text), featuresOf(style));
  widths.set(key, width);
  return width;
}

/**
 * The lines the text makes in that width, in French typography: broken between words, within one
 * that is too long.
 */
export function linesOf(
  paper: Paper,
  written: string,
  width: number,
  style: Style,
): readonly string[] {
  const fits = (line: string): boolean => widthOf(paper, line, style) <= width + 0.01;
  const text = spaced(written);
  if (fits(text)) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => piecesOf(one, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && !fits(longer)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function piecesOf(word: string, fits: (text: string) => boolean): readonly string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Writes lines already broken, from the top of the box. */
export function writeLines(paper: Paper, lines: readonly string[], box: Box, style: Style): void {
  setType(paper, style);
  for (const [index, line] of lines.entries()) {
    const room = style.align === undefined ? 0 : box.width - widthOf(paper, line, style);
    const shift = style.align === 'right' ? room : style.align === 'center' ? room / 2 : 0;
    paper.doc.text(printable(line), box.x + shift, box.y + index * lineHeight(style.size), {
      lineBreak: false,
      ...featuresOf(style),
    });
  }
}

/** Writes the text in the box and gives the height it took. */
export function write(paper: Paper, text: string, box: Box, style: Style): number {
  const lines = linesOf(paper, text, box.width, style);
  writeLines(paper, lines, box, style);
  return lines.length * lineHeight(style.size);
}

/** Draws what is no content: rules, running headers. A screen reader passes over it. */
export function asArtifact(paper: Paper, type: 'Layout' | 'Pagination', draw: () => void): void {
  paper.doc.markContent('Artifact', { type });
  draw();
  paper.doc.endMarkedContent();
}

/** A horizontal rule across the box, at its top. */
export function drawRule(
  paper: Paper,
  { x, y, width }: Box,
  { weight = 0.5, color = ink.rule }: { weight?: number; color?: string } = {},
): void {
  asArtifact(paper, 'Layout', () => {
    paper.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(weight)
      .strokeColor(color)
      .stroke();
  });
}

/** Adds a tagged element under the parent, drawn now. */
export function tag(
  { doc }: Paper,
  parent: PDFKit.PDFStructureElement,
  type: string,
  draw: () => void,
): void {
  const element = doc.struct(type, {}, [draw]);
  parent.add(element);
}
