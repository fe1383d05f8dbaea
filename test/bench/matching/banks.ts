import type { Dice } from './dice.ts';

export const banks = ['lbp', 'cm', 'ce', 'ca', 'sg', 'bnp'] as const;
export type Bank = (typeof banks)[number];

/** What a bank knows of an operation when it writes its label. */
export interface Shown {
  readonly kind: string;
  /** `12/03/2026` */
  readonly on: string;
  readonly name?: string | undefined;
  readonly number?: string | undefined;
  readonly count?: number | undefined;
  readonly motive?: string | undefined;
}

const codes: Readonly<Record<string, string>> = {
  cheque: '01',
  chequeDeposit: '02',
  returned: '03',
  cashDeposit: '04',
  transferIn: '05',
  transferOut: '06',
  directDebit: '08',
  card: '11',
  fee: '62',
  payout: '05',
};

/** The interbank code, where the file of the bank has one. */
export const codeOf = (bank: Bank, kind: string): string | undefined =>
  ['cm', 'ca', 'bnp'].includes(bank) ? codes[kind] : undefined;

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace('ß', 'SS').toUpperCase();

/** The label as the bank prints it, in capitals, cut at thirty-one characters where it is. */
export function labelOf(bank: Bank, shown: Shown, dice: Dice): string {
  const text = plain(written(bank, shown, dice))
    .replace(/ +/gu, ' ')
    .trim();
  return ['lbp', 'cm', 'ca', 'ce'].includes(bank) ? text.slice(0, 31).trim() : text;
}

function written(bank: Bank, shown: Shown, dice: Dice): string {
  const { kind, on, name = '', number = '', count = 1, motive = '' } = shown;
  const [dd = '', mm = '', yyyy = ''] = on.split('/');
  switch (kind) {
    case 'chequeDeposit':
      return {
        lbp: `REMISE DE CHEQUES DU ${on}`,
        cm: dice.chance(0.5)
          ? `REM CHQ REF${number}A05`
          : `REMISE CHEQUE ${number} ${String(count).padStart(3, '0')} CHQ`,
        ce: `REMISE N°${number} DE ${String(count).padStart(6, '0')} CHEQUES`,
        ca: dice.chance(0.5) ? 'REMISE DE CHEQUE' : `Remise ${number}`,
        sg: `REMISE DE ${count} CHEQUE${count > 1 ? 'S' : ''} ${number}`,
        bnp: 'REMISE CHEQUES',
      }[bank];
    case 'cheque':
      return {
        lbp: `CHEQUE N. ${number}`,
        cm: `CHEQUE ${number}`,
        ce: `CHEQUE N ${number}`,
        ca: `CHEQUE EMIS ${number}`,
        sg: `CHEQUE ${number}`,
        bnp: `CHEQUE ${number}`,
      }[bank];
    case 'transferIn':
      return {
        lbp: `VIREMENT DE ${name} ${motive}`,
        cm: `VIR ${dice.chance(0.2) ? 'INST ' : ''}${name}`,
        ce: `VIR SEPA ${name} ${motive}`,
        ca: `VIREMENT EN VOTRE FAVEUR ${name} ${motive}`,
        sg: `VIR RECU ${dice.whole(1_000_000_000, 9_999_999_999)}S DE: ${name} MOTIF: ${motive}`,
        bnp: `VIR SEPA RECU /DE ${name} /MOTIF ${motive} /REF ${dice.whole(10_000, 99_999)}`,
      }[bank];
    case 'transferOut':
      return {
        lbp: `VIREMENT POUR ${name}`,
        cm: `VIR ${name}`,
        ce: `VIR SEPA ${name}`,
        ca: `VIREMENT EMIS ${name}`,
        sg: `VIR EUROPEEN EMIS LOGITEL POUR: ${name}`,
        bnp: `VIR SEPA EMIS /DEST ${name}`,
      }[bank];
    case 'directDebit':
      return {
        lbp: `PRELEVEMENT DE ${name}`,
        cm: `PRLV SEPA ${name}`,
        ce: `PRLV ${name}`,
        ca: `PRELEVEMENT ${name}`,
        sg: `PRELEVEMENT EUROPEEN ${dice.whole(1_000_000, 9_999_999)} DE: ${name}`,
        bnp: `PRLV SEPA ${name} ECH/${dd}${mm}${yyyy.slice(2)}`,
      }[bank];
    case 'card':
      return {
        lbp: `ACHAT CB ${name} ${dd}.${mm}.${yyyy.slice(2)}`,
        cm: `PAIEMENT CB ${dd}${mm} ${name}`,
        ce: `CB ${name} FACT ${dd}${mm}${yyyy.slice(2)}`,
        ca: `PAIEMENT PAR CARTE ${name} ${dd}/${mm}`,
        sg: `CARTE X4321 ${dd}/${mm} ${name}`,
        bnp: `FACTURE CARTE DU ${dd}${mm}${yyyy.slice(2)} ${name}`,
      }[bank];
    case 'cashDeposit':
      return {
        lbp: 'VERSEMENT EFFECTUE EN BUREAU',
        cm: 'VRST GUICHET',
        ce: 'DEPOT ESP GUICHET',
        ca: "VERSEMENT D'ESPECES",
        sg: 'VERSEMENT ESPECES',
        bnp: 'VERSEMENT ESPECES AUTOMATE',
      }[bank];
    case 'payout':
      return name === 'HELLOASSO'
        ? `VIR ${bank === 'lbp' ? '' : 'HELLOASSOPAY R4WOXYY6WK2XP0Q '}HELLOASSO ${number} ${dd}-${mm}-${yyyy}`
        : `VIR SEPA ${name} PAYMENTS ${number}`;
    case 'returned':
      return dice.pick(['CHEQUE IMPAYE', `IMPAYE CHQ ${number}`, 'CHQ IMPAYE SANS PROVISION']);
    default:
      return {
        lbp: 'FRAIS DE TENUE DE COMPTE',
        cm: 'F COTIS EUROCOMPTE ASSOCIATION',
        ce: '* COTISATION ASSO',
        ca: 'FRAIS TENUE DE COMPTE',
        sg: 'COTISATION JAZZ ASSO',
        bnp: 'COMMISSIONS TENUE DE COMPTE',
      }[bank];
  }
}
