import { makeRoom, type Paper } from './paper.ts';
import { asArtifact, drawRule, ink, lineHeight, linesOf, tag, write, writeLines } from './write.ts';

/** The head of the first page: the cooperative on the left, its association on the right. */
export function drawFront(paper: Paper): void {
  const { front, left, width, body } = paper;
  const { coop } = front;
  const half = width / 2 - 10;
  const y = paper.y;
  const { mark } = front;
  tag(paper, body, 'P', () => {
    write(paper, coop.name, { x: left, y, width: half }, { size: 11, bold: true });
    write(
      paper,
      `${coop.schoolName}, ${coop.city}`,
      { x: left, y: y + 15, width: half },
      { size: 8.5, color: ink.soft },
    );
    write(
      paper,
      `Coopérative n°\u00A0${coop.number}`,
      { x: left, y: y + 26.5, width: half },
      { size: 8.5, color: ink.soft },
    );
  });
  tag(paper, body, 'P', () => {
    const box = { x: left + width - half, y, width: half };
    write(paper, coop.departmentName, box, { size: 9.5, bold: true, align: 'right' });
    write(
      paper,
      'Association départementale',
      { ...box, y: y + 15 },
      { size: 8.5, color: ink.soft, align: 'right' },
    );
  });
  drawRule(paper, { x: left, y: y + 44, width }, { weight: 1.2, color: ink.text });
  paper.y = y + 58;
  tag(paper, body, 'H1', () => {
    paper.y += write(paper, front.title, { x: left, y: paper.y, width }, { size: 20, bold: true });
  });
  tag(paper, body, 'P', () => {
    paper.y += write(
      paper,
      front.subtitle,
      { x: left, y: paper.y + 1, width },
      { size: 10.5, color: ink.soft },
    );
  });
  if (mark !== undefined) drawStamp(paper, mark);
  paper.y += 14;
}

function drawStamp(paper: Paper, mark: string): void {
  const { doc, left, width, body } = paper;
  const style = { size: 11, bold: true, align: 'center' } as const;
  const box = { x: left + width - 190, y: paper.y - 36, width: 190 };
  tag(paper, body, 'P', () => writeLines(paper, [mark], { ...box, y: box.y + 7 }, style));
  doc.markContent('Artifact', { type: 'Layout' });
  doc.rect(box.x, box.y, box.width, 28).lineWidth(1.4).strokeColor(ink.text).stroke();
  doc.endMarkedContent();
}

/** The title of a part; it never stands alone at the foot of a page. */
export function drawHeading(paper: Paper, text: string, keptWith = 60): void {
  const { body, left, width } = paper;
  if (!makeRoom(paper, 34 + keptWith)) paper.y += 14;
  tag(paper, body, 'H2', () => {
    paper.y += write(paper, text, { x: left, y: paper.y, width }, { size: 12, bold: true });
  });
  paper.y += 5;
}

/** A sentence or two of plain text. */
export function drawText(paper: Paper, text: string, color: string = ink.text): void {
  const { body, left, width } = paper;
  const style = { size: 8.8, color };
  const lines = linesOf(paper, text, width, style);
  makeRoom(paper, lines.length * lineHeight(style.size));
  tag(paper, body, 'P', () => writeLines(paper, lines, { x: left, y: paper.y, width }, style));
  paper.y += lines.length * lineHeight(style.size) + 4;
}

export type Fact = readonly [label: string, value: string];

/** Facts in columns: a small label, its value under it. */
export function drawFacts(paper: Paper, facts: readonly Fact[], columns = 3): void {
  const { body, left, width } = paper;
  const gap = 14;
  const columnWidth = (width - gap * (columns - 1)) / columns;
  for (let start = 0; start < facts.length; start += columns) {
    const row = facts.slice(start, start + columns);
    const style = { size: 9.4, tabular: true };
    const broken = row.map(([, value]) => linesOf(paper, value, columnWidth, style));
    const height = 10 + Math.max(...broken.map((lines) => lines.length)) * lineHeight(9.4) + 8;
    makeRoom(paper, height);
    for (const [index, [label]] of row.entries()) {
      const box = { x: left + index * (columnWidth + gap), y: paper.y, width: columnWidth };
      tag(paper, body, 'P', () => {
        write(paper, label, box, { size: 7.4, color: ink.soft });
        writeLines(paper, broken[index] ?? [], { ...box, y: box.y + 10 }, style);
      });
    }
    paper.y += height;
  }
}

export type Term = readonly [label: string, value: string, sign?: string];

/** An equation across the width: each term in large figures over what it is. */
export function drawEquation(paper: Paper, terms: readonly Term[]): void {
  const { body, left, width, doc } = paper;
  const height = 42;
  makeRoom(paper, height + 8);
  const termWidth = width / terms.length;
  const { y } = paper;
  asArtifact(paper, 'Layout', () => {
    doc.rect(left, y, width, height).lineWidth(0.8).strokeColor(ink.rule).stroke();
  });
  for (const [index, [label, value, sign]] of terms.entries()) {
    const box = { x: left + index * termWidth + 14, width: termWidth - 20 };
    const bold = index === terms.length - 1;
    tag(paper, body, 'P', () => {
      if (sign !== undefined)
        write(paper, sign, { ...box, x: box.x - 18, y: y + 7 }, { size: 14, bold: true });
      write(paper, value, { ...box, y: y + 7 }, { size: 14, bold, tabular: true });
      write(paper, label, { ...box, y: y + 26 }, { size: 7.6, color: ink.soft });
    });
  }
  paper.y += height + 6;
}

export interface SignatureBox {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Boxes to sign in, side by side; each already says who, and when it was signed by link. */
export function drawSignatures(paper: Paper, boxes: readonly SignatureBox[], perRow = 2): void {
  const { body, left, width, doc } = paper;
  const gap = 12;
  const height = 84;
  const boxWidth = (width - gap * (perRow - 1)) / perRow;
  for (let start = 0; start < boxes.length; start += perRow) {
    makeRoom(paper, height + gap);
    for (const [index, { title, lines }] of boxes.slice(start, start + perRow).entries()) {
      const x = left + index * (boxWidth + gap);
      const { y } = paper;
      asArtifact(paper, 'Layout', () => {
        doc.rect(x, y, boxWidth, height).lineWidth(0.7).strokeColor(ink.rule).stroke();
      });
      const box = { x: x + 9, width: boxWidth - 18 };
      tag(paper, body, 'P', () => {
        let at = y + 8 + write(paper, title, { ...box, y: y + 8 }, { size: 9.2, bold: true });
        for (const line of lines)
          at += write(paper, line, { ...box, y: at }, { size: 8.2, color: ink.soft });
      });
    }
    paper.y += height + gap;
  }
}
