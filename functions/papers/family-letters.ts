import { formatLongDay } from '#shared/domain/dates.ts';
import type { Letter, Letters } from '#shared/domain/families/letter.ts';
import { periodText } from '#shared/domain/families/period.ts';
import { closePaper, openPaper, verificationCodeOf, type Paper } from './paper.ts';
import { drawQrCode } from './qr-code.ts';
import { amount, asArtifact, drawRule, ink, tag, write, type Box, type Style } from './write.ts';

const perPage = 2;
const codeSide = 118;
/** From there on texts are set smaller: everything stays above the coupon. */
const longPurpose = 160;
const longTitle = 45;
/** More are on the page of the family. */
const instalmentsShown = 4;
const soft = { size: 9, color: ink.soft } as const;
const plain = { size: 10 } as const;

/** The letters of a whole class, two to a page, to be cut and handed out. */
export function printLetters(letters: Letters): Promise<Uint8Array> {
  const paper = openPaper({
    title: `Lettres aux familles\u00A0: ${letters.title}`,
    subtitle: letters.title,
    coop: letters.coop,
    layout: 'portrait',
    generatedAt: letters.generatedAt,
    verificationCode: verificationCodeOf(letters),
    isCut: true,
  });
  const { height } = paper.doc.page;
  for (const [index, letter] of letters.letters.entries()) {
    const place = index % perPage;
    if (place === 0 && index > 0) paper.doc.addPage();
    paper.y = (place * height) / perPage + 30;
    drawLetter(paper, letters, letter);
    if (place === 0) drawCut(paper, height / perPage, 'Découper');
  }
  return closePaper(paper);
}

function drawLetter(paper: Paper, letters: Letters, letter: Letter): void {
  const top = paper.y;
  drawSender(paper, letters, letter);
  const { y } = paper;
  drawCode(paper, letter, y);
  const box = { x: paper.left, width: paper.width - codeSide - 26 };
  drawAsked(paper, letters, letter, box);
  drawCoupon(paper, letters, letter, top);
}

/** One paragraph in the box, at the pen; the pen goes `after` below it. */
function say(
  paper: Paper,
  text: string,
  box: Omit<Box, 'y'>,
  { after = 4, ...style }: Style & { readonly after?: number },
): void {
  tag(paper, paper.body, 'P', () => {
    paper.y += write(paper, text, { ...box, y: paper.y }, style) + after;
  });
}

function drawSender(paper: Paper, { coop, title }: Letters, letter: Letter): void {
  const { left, width, y } = paper;
  const half = width / 2 - 8;
  say(
    paper,
    `${coop.schoolName}, ${coop.city}`,
    { x: left, width: half },
    { size: 10, bold: true, after: 1 },
  );
  say(paper, coop.name, { x: left, width: half }, soft);
  const below = paper.y;
  paper.y = y;
  const right = { x: left + width - half, width: half };
  say(paper, `Famille de ${letter.pupil}`, right, {
    size: 10,
    bold: true,
    align: 'right',
    after: 1,
  });
  say(paper, letter.className, right, { ...soft, align: 'right' });
  paper.y = Math.max(below, paper.y) + 2;
  drawRule(paper, { x: left, y: paper.y, width }, { weight: 1, color: ink.text });
  paper.y += 12;
  tag(paper, paper.body, 'H1', () => {
    paper.y +=
      write(
        paper,
        title,
        { x: left, y: paper.y, width },
        { size: title.length > longTitle ? 14 : 17, bold: true },
      ) + 6;
  });
}

function drawCode(paper: Paper, { url }: Letter, y: number): void {
  const x = paper.left + paper.width - codeSide;
  drawQrCode(paper, url, { x, y: y + 4, side: codeSide, says: `Code de la page ${url}` });
  const pen = paper.y;
  paper.y = y + codeSide + 9;
  say(
    paper,
    'La page de votre famille',
    { x, width: codeSide },
    { size: 8.5, bold: true, align: 'center', after: 1 },
  );
  say(paper, url, { x, width: codeSide }, { size: 7, color: ink.soft, align: 'center' });
  paper.y = pen;
}

function drawAsked(paper: Paper, letters: Letters, letter: Letter, box: Omit<Box, 'y'>): void {
  if (letters.purpose !== undefined)
    say(
      paper,
      letters.purpose,
      box,
      letters.purpose.length > longPurpose ? soft : { ...plain, after: 6 },
    );
  const period = periodText(letters.startsOn, letters.endsOn);
  if (period !== undefined) say(paper, `${period}.`, box, { ...plain, after: 6 });
  if (letters.isFree) say(paper, 'Montant libre', box, { size: 15, bold: true, after: 2 });
  else say(paper, amount(letter.expectedCents), box, { size: 15, bold: true, after: 2 });
  say(paper, whenOf(letters, letter), box, { ...plain, after: 8 });
  say(
    paper,
    letters.paysOnline
      ? 'Scannez le code pour payer en ligne. Vous pouvez aussi joindre un chèque ou des espèces au coupon ci-dessous, sous enveloppe.'
      : 'Joignez un chèque ou des espèces au coupon ci-dessous, sous enveloppe. Le code ouvre la page où vous suivez vos paiements.',
    box,
    { ...plain, after: 6 },
  );
  say(
    paper,
    'Participation volontaire\u00A0: aucun enfant n’est mis à l’écart. Si ce montant est difficile pour vous, parlez-en à l’enseignant.',
    box,
    soft,
  );
}

function whenOf({ isFree, dueOn }: Letters, { instalments }: Letter): string {
  if (isFree) return `Chaque famille donne ce qu’elle souhaite, jusqu’au ${formatLongDay(dueOn)}.`;
  if (instalments.length < 2) return `avant le ${formatLongDay(instalments[0]?.dueOn ?? dueOn)}`;
  if (instalments.length > instalmentsShown)
    return `en ${instalments.length} fois, jusqu’au ${formatLongDay(dueOn)}\u00A0: les dates sont sur la page de votre famille.`;
  const parts = instalments.map((part) =>
    `${amount(part.amountCents)} le ${formatLongDay(part.dueOn)}`.replaceAll(' ', '\u00A0'),
  );
  return `en ${parts.length} fois\u00A0: ${parts.join(', ')}`;
}

const couponTop = 300;

/** What comes back to school with the cheque or the cash. */
function drawCoupon(paper: Paper, { coop, title }: Letters, letter: Letter, top: number): void {
  const { left, width } = paper;
  drawCut(paper, top + couponTop, 'Coupon à rendre avec votre règlement');
  paper.y = top + couponTop + 15;
  const third = width / 3;
  const pen = paper.y;
  say(
    paper,
    letter.reference,
    { x: left, width: third },
    { size: 17, bold: true, tabular: true, after: 1 },
  );
  say(
    paper,
    `${letter.pupil} · ${letter.className}`,
    { x: left, width: third },
    { ...plain, after: 1 },
  );
  say(paper, shortened(title), { x: left, width: third - 10 }, { ...soft, size: 8 });
  paper.y = pen + 2;
  const right = { x: left + third, width: 2 * third };
  say(
    paper,
    `Chèque de  . . . . . . . . . .  €, à l’ordre de «\u00A0${coop.name}\u00A0»`,
    indented(right),
    {
      ...plain,
      after: 8,
    },
  );
  drawBox(paper, right.x, pen + 4);
  const second = paper.y;
  say(paper, 'Espèces\u00A0:  . . . . . . . . . .  €', indented(right), { ...plain, after: 8 });
  drawBox(paper, right.x, second + 2);
  say(paper, 'Écrivez la référence au dos du chèque ou sur l’enveloppe.', right, soft);
}

const shortened = (title: string): string =>
  title.length > longTitle ? `${title.slice(0, longTitle)}…` : title;

const indented = ({ x, width }: Omit<Box, 'y'>) => ({ x: x + 16, width: width - 16 });

const drawBox = (paper: Paper, x: number, y: number): void =>
  asArtifact(paper, 'Layout', () => {
    paper.doc.rect(x, y, 9, 9).lineWidth(0.8).strokeColor(ink.text).stroke();
  });

/** A dashed line from edge to edge, and what it is for. */
function drawCut(paper: Paper, y: number, text: string): void {
  const { doc, left } = paper;
  asArtifact(paper, 'Layout', () => {
    doc.save();
    doc
      .moveTo(0, y)
      .lineTo(doc.page.width, y)
      .lineWidth(0.6)
      .dash(4, { space: 3 })
      .strokeColor(ink.rule)
      .stroke();
    doc.undash();
    doc.restore();
    write(paper, text, { x: left, y: y + 2.5, width: 300 }, { size: 6.5, color: ink.soft });
  });
}
