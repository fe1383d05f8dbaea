import { day } from '#shared/domain/dates.ts';
import type { CrfPaper } from '#shared/domain/documents/crf-paper.ts';
import type {
  DepositSlip,
  PayoutVoucher,
  VoucherLine,
} from '#shared/domain/documents/payout-voucher.ts';
import { cents, sumCents, zeroCents } from '#shared/domain/money.ts';

const generatedAt = '2026-03-16T09:00:00.000Z';

const coop = {
  name: 'Coopérative des Tilleuls',
  schoolName: 'École élémentaire des Tilleuls',
  city: 'Nice',
  number: '06-0001',
  department: '06',
  departmentName: 'OCCE des Alpes-Maritimes',
} as const;

const payers = ['Béatrice Müller', 'Łukasz Nowak', 'Maëlle Lefèbvre-Duchâtel', 'Ngô Thị Hương'];
const pupils = ['Zoé M.', 'Anaïs N.', 'Élie L.', 'Hugo N.'];
const classes = ['CP', 'CE1', 'CM2 — Mme Œuvrard'];

const chargeOf = (index: number): VoucherLine => ({
  kind: 'charge',
  paidOn: day(`2026-03-${String(1 + (index % 14)).padStart(2, '0')}`),
  platformReference: `pi_3Q${String(index).padStart(6, '0')}kXyZ`,
  payerName: payers[index % payers.length] ?? '',
  pupil: pupils[index % pupils.length] ?? '',
  className: classes[index % classes.length] ?? '',
  collectionTitle: index % 5 === 4 ? 'Photos de classe' : 'Voyage à Vulcania',
  means: 'Carte',
  grossCents: cents(4_500),
  feeCents: cents(72),
  netCents: cents(4_428),
});

const refund: VoucherLine = {
  ...chargeOf(1),
  kind: 'refund',
  platformReference: 're_3Q000001kXyZ',
  grossCents: cents(-4_500),
  feeCents: zeroCents,
  netCents: cents(-4_500),
};

const accountOf = (accountNumber: string, accountLabel: string, projectName = '') => ({
  accountNumber,
  accountLabel,
  projectName,
});

/** The entry of these lines: the trip is a project, the photos are none. */
function entryLinesOf(lines: readonly VoucherLine[]): PayoutVoucher['entryLines'] {
  const sumOf = (chosen: (line: VoucherLine) => boolean) =>
    sumCents(lines.filter(chosen).map(({ grossCents }) => grossCents));
  const trip = accountOf('7080', 'Produits des activités éducatives', 'Volcans d’Auvergne');
  const photos = accountOf('7070', 'Ventes de produits pour cession');
  const isPhoto = ({ collectionTitle }: VoucherLine) => collectionTitle === 'Photos de classe';
  const photoCents = sumOf((line) => line.kind === 'charge' && isPhoto(line));
  return [
    {
      ...accountOf('512', 'Banque'),
      side: 'debit',
      amountCents: sumCents(lines.map(({ netCents }) => netCents)),
    },
    {
      ...accountOf('6278', 'Frais des plateformes de paiement'),
      side: 'debit',
      amountCents: sumCents(lines.map(({ feeCents }) => feeCents)),
    },
    {
      ...trip,
      side: 'credit',
      amountCents: sumOf((line) => line.kind === 'charge' && !isPhoto(line)),
    },
    ...(photoCents > 0 ? [{ ...photos, side: 'credit' as const, amountCents: photoCents }] : []),
    { ...trip, side: 'debit', amountCents: cents(-sumOf((line) => line.kind === 'refund')) },
  ];
}

/** A payout of that many charges and one refund. */
export function voucherOf(charges: number): PayoutVoucher {
  const lines = [...Array.from({ length: charges }, (_, index) => chargeOf(index)), refund];
  return {
    coop,
    provider: 'HelloAsso',
    payoutId: 'po_1QabcDEF',
    bankReference: 'HELLOASSO VRT 2026-03',
    arrivalOn: day('2026-03-16'),
    entryNumber: 42,
    entryDate: day('2026-03-16'),
    yearId: '2025',
    lines,
    entryLines: entryLinesOf(lines),
    grossCents: cents(4_500 * charges),
    refundedCents: cents(4_500),
    feeCents: sumCents(lines.map((line) => line.feeCents)),
    netCents: sumCents(lines.map((line) => line.netCents)),
    verificationCode: '4F2A91C033BD5E17',
    linesSha256: '4f2a91c033bd5e17a0b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718',
    generatedAt,
  };
}

/** A slip of that many cheques, or of that much cash. */
export function slipOf(means: DepositSlip['means'], count: number): DepositSlip {
  const lines = Array.from({ length: count }, (_, index) => ({
    paidOn: day('2026-03-12'),
    payerName: payers[index % payers.length] ?? '',
    pupil: pupils[index % pupils.length] ?? '',
    className: classes[index % classes.length] ?? '',
    chequeNumber: means === 'cheque' ? String(7_410_023 + index) : '',
    amountCents: cents(4_500),
  }));
  return {
    coop,
    means,
    slipNumber: '2026-07',
    collectionTitle: 'Voyage à Vulcania',
    depositedOn: day('2026-03-16'),
    entryNumber: 43,
    yearId: '2025',
    lines,
    totalCents: sumCents(lines.map((line) => line.amountCents)),
    generatedAt,
  };
}

const line = (code: string, label: string, amountCents: number) => ({
  line: code,
  label,
  amountCents: cents(amountCents),
});

/** A CRF whose books agree with the bank and with the cash box. */
export const crfOf = (status: CrfPaper['status']): CrfPaper => ({
  status,
  yearId: '2025',
  coop: { ...coop, id: 'tilleuls', mandateHolder: 'Camille Roux', pupilCount: 182, adultCount: 9 },
  expenses: [
    line('607', 'Achats de produits pour cession', 124_050),
    line('616', 'Assurance établissement', 4_536),
    line('618', 'Charges des activités éducatives', 1_234_560),
    line('628', 'Cotisations versées à l’association départementale', 42_840),
    line('65', 'Autres charges courantes', 3_012),
    line('68', 'Achats de biens durables', 89_900),
  ],
  totalExpensesCents: cents(1_498_898),
  incomes: [
    line('707', 'Ventes de produits pour cession', 198_600),
    line('708', 'Produits des activités éducatives', 810_000),
    line('74', 'Subventions des collectivités', 250_000),
    line('756', 'Participations volontaires des familles', 302_150),
  ],
  totalIncomesCents: cents(1_560_750),
  resultCents: cents(61_852),
  balanceSheet: {
    assets: [line('512', 'Banque', 312_410), line('530', 'Caisse', 8_442)],
    totalAssetsCents: cents(320_852),
    liabilities: [
      line('110', 'Report à nouveau au 1er septembre', 259_000),
      line('120', 'Résultat de l’exercice', 61_852),
    ],
    totalLiabilitiesCents: cents(320_852),
  },
  reconciliation: {
    statementOn: '2026-08-31',
    statementCents: cents(330_910),
    notYetDebited: [
      {
        number: 118,
        entryDate: '2026-08-28',
        label: 'Librairie Masséna, albums de rentrée',
        chequeNumber: '7410044',
        amountCents: cents(18_500),
      },
    ],
    notYetCredited: [],
    ledgerCents: cents(312_410),
    gapCents: zeroCents,
  },
  cashCount: {
    rows: [
      { denominationCents: 2_000, count: 3 },
      { denominationCents: 1_000, count: 2 },
      { denominationCents: 200, count: 2 },
      { denominationCents: 20, count: 2 },
      { denominationCents: 2, count: 1 },
    ],
    countedCents: cents(8_442),
    ledgerCents: cents(8_442),
  },
  subsidies: [
    { payer: 'Ville de Nice', amountCents: cents(200_000), purpose: 'Projet « Lire ensemble »' },
    { payer: 'Région Sud', amountCents: cents(50_000) },
  ],
  entryCount: 121,
  withoutVoucherCount: 2,
  controls: [
    { code: 'balanced', level: 'ok', message: 'L’actif et le passif sont égaux.' },
    {
      code: 'vouchers',
      level: 'warning',
      message: 'Deux écritures n’ont pas de justificatif : la raison est notée sur chacune.',
    },
    { code: 'bank', level: 'ok', message: 'Le solde du relevé explique le solde comptable.' },
  ],
  quitus:
    status === 'draft'
      ? [{ verifierName: 'Nadia Benali', quality: 'parent' }]
      : [
          { verifierName: 'Nadia Benali', quality: 'parent', signedAt: '2026-09-20T18:00:00.000Z' },
          { verifierName: 'Paul Giraud', quality: 'teacher', signedAt: '2026-09-21T17:00:00.000Z' },
        ],
  ...(status !== 'draft' && { submittedAt: '2026-09-24T16:00:00.000Z' }),
  generatedAt: '2026-09-24T16:00:00.000Z',
});
