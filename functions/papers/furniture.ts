import type { Paper } from './paper.ts';
import { asArtifact, dayOfInstant, drawRule, ink, write } from './write.ts';

const small = { size: 7.5, color: ink.soft } as const;

/** `4F2A 91C0 33BD`, in groups that are read aloud. */
const spelledCode = (code: string): string =>
  code.toUpperCase().replace(/(.{4})(?=.)/gu, '$1\u00A0');

/** The foot of a page: when it was made, how to verify it or that it proves nothing, which page. */
export function drawFooter(paper: Paper, page: number, pages: number): void {
  const { front, left, width, bottom } = paper;
  const { verificationCode, notice = '' } = front;
  const proof =
    verificationCode === undefined
      ? notice
      : `Code de vérification\u00A0: ${spelledCode(verificationCode)}`;
  const y = bottom + 18;
  drawRule(paper, { x: left, y: y - 7, width }, { color: ink.hair });
  asArtifact(paper, 'Pagination', () => {
    write(
      paper,
      `Établi le ${dayOfInstant(front.generatedAt)} par Tirelire · ${proof}`,
      { x: left, y, width: width - 80 },
      small,
    );
    write(
      paper,
      `Page ${page}/${pages}`,
      { x: left + width - 80, y, width: 80 },
      { ...small, align: 'right', tabular: true },
    );
  });
}

/** The head of the pages after the first: which paper this is, of which cooperative. */
export function drawRunningHeader(paper: Paper): void {
  const { front, left, width } = paper;
  asArtifact(paper, 'Pagination', () => {
    write(
      paper,
      `${front.title} · ${front.subtitle}`,
      { x: left, y: paper.y - 10, width: width - 200 },
      small,
    );
    write(
      paper,
      front.coop.name,
      { x: left + width - 200, y: paper.y - 10, width: 200 },
      { ...small, align: 'right' },
    );
  });
  drawRule(paper, { x: left, y: paper.y + 3, width }, { color: ink.hair });
  paper.y += 16;
}

/** Says across the page, and in words at its top, that this is not the filed report. */
export function drawProject(paper: Paper): void {
  const { doc, front } = paper;
  const { mark } = front;
  if (mark === undefined) return;
  const { width, height } = doc.page;
  asArtifact(paper, 'Layout', () => {
    doc.save();
    doc.rotate(-52, { origin: [width / 2, height / 2] });
    write(
      paper,
      mark,
      { x: 0, y: height / 2 - 34, width },
      { size: 54, bold: true, color: '#EFEFEF', align: 'center' },
    );
    doc.restore();
  });
}
