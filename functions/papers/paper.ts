import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { compactPdf } from './compact.ts';
import { fonts } from './fonts.ts';
import { drawFooter, drawProject, drawRunningHeader } from './furniture.ts';

/** What a paper says of itself before its body. */
export interface PaperFront {
  readonly title: string;
  /** The line under the title: the year, the payout, the collecte. */
  readonly subtitle: string;
  readonly coop: {
    readonly name: string;
    readonly schoolName: string;
    readonly city: string;
    readonly number: string;
    readonly departmentName: string;
  };
  readonly layout: 'portrait' | 'landscape';
  /** ISO instant: the only date of the file, so that printing again gives the same bytes. */
  readonly generatedAt: string;
  /** What anybody who holds the paper may have verified; a copy that proves nothing has none. */
  readonly verificationCode?: string;
  /** What a copy says of itself on every page: that it proves nothing. */
  readonly notice?: string;
  /** A mark across every page: «PROJET — non déposé». */
  readonly mark?: string | undefined;
  /** Nothing at the foot of the pages: they are cut in two and go to families. */
  readonly isCut?: true;
}

/** A paper being written: where the pen is, and within which margins. */
export interface Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly front: PaperFront;
  /** The root of the tag tree. */
  readonly body: PDFKit.PDFStructureElement;
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  y: number;
}

const sideMargin = 42; // Points: 15 mm, what a printer keeps and a two-hole punch needs.
const topMargin = 40;
const footerHeight = 52;

/** The first twelve hexadecimal digits of the SHA-256: short enough to be read aloud. */
export const verificationCodeOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);

const documentOf = (front: PaperFront): PDFKit.PDFDocument => {
  const doc = new PDFDocument({
    size: 'A4',
    layout: front.layout,
    margin: 0, // Margins are ours: pdfkit adds a page to whoever writes below its own.
    font: '', // No standard font: the PDF/A profile wants every font embedded.
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    info: {
      Title: `${front.title} — ${front.coop.name}`,
      Author: front.coop.name,
      Subject: front.subtitle,
      Keywords: front.verificationCode ?? front.notice ?? '', // Also makes the identifier of the file its own.
      Creator: 'Tirelire',
      Producer: 'Tirelire',
      CreationDate: new Date(front.generatedAt),
      ModDate: new Date(front.generatedAt),
    },
  });
  const { regular, bold } = fonts();
  doc.registerFont('regular', regular);
  doc.registerFont('bold', bold);
  for (const name of ['bold', 'regular']) rememberLayouts(doc.font(name));
  return doc;
};

interface Layouts {
  layoutRun: (text: string, features: unknown) => unknown;
}

const hasLayouts = (font: unknown): font is Layouts =>
  typeof font === 'object' && font !== null && 'layoutRun' in font;

/**
 * Lays each text out once: pdfkit remembers words, but not what has features (`tnum`), and measures
 * three times what it writes once. Half of the time of a long list.
 */
function rememberLayouts(doc: PDFKit.PDFDocument): void {
  const font: unknown = Reflect.get(doc, '_font');
  if (!hasLayouts(font)) return;
  const layout = font.layoutRun.bind(font);
  const known = new Map<string, unknown>();
  font.layoutRun = (text, features) => {
    const key = `${JSON.stringify(features)} ${text}`;
    const run = known.get(key) ?? layout(text, features);
    known.set(key, run);
    return run;
  };
}

/** Opens a paper on its first page; the pen is at the top of the body. */
export function openPaper(front: PaperFront): Paper {
  const doc = documentOf(front);
  const body = doc.struct('Document');
  doc.addStructure(body);
  doc.addPage();
  const { width, height } = doc.page;
  const paper = {
    doc,
    front,
    body,
    left: sideMargin,
    width: width - 2 * sideMargin,
    bottom: height - footerHeight,
    y: topMargin,
  };
  drawProject(paper);
  return paper;
}

/** Goes on at the top of a new page, under a short header that repeats the title. */
export function turnPage(paper: Paper): void {
  paper.doc.addPage();
  paper.y = topMargin;
  drawProject(paper);
  drawRunningHeader(paper);
}

/** Turns the page unless that much height is left; says whether it did. */
export function makeRoom(paper: Paper, height: number): boolean {
  if (paper.y + height <= paper.bottom) return false;
  turnPage(paper);
  return true;
}

/** Writes the footers, which need the number of pages, and gives the bytes of the file. */
export async function closePaper(paper: Paper): Promise<Uint8Array> {
  const { doc, body } = paper;
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count && !paper.front.isCut; page += 1) {
    doc.switchToPage(page);
    drawFooter(paper, page + 1, count);
  }
  body.end();
  const bytes = buffer(doc);
  doc.end();
  return compactPdf(await bytes);
}
