import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { importReportEndpoint } from '#shared/contract/payments/reports.ts';
import type { ColumnField } from '#shared/domain/payments/reports/chosen-columns.ts';
import { findPlatform } from '#shared/domain/payments/platform-catalogue.ts';

/** What came of giving a file: what it says, or what is to be said of it. */
type ReportAnswer = AnswerOf<typeof importReportEndpoint>;
/** A file that was read. */
export type ReadReport = Extract<ReportAnswer, { kind: 'read' }>;
/** A file whose columns a person has to name. */
export type UnknownReport = Extract<ReportAnswer, { kind: 'needsColumns' }>;

/** What a column may hold, in words, the needed ones first. */
export const columnWords: readonly {
  readonly field: ColumnField;
  readonly label: string;
  readonly hint?: string;
}[] = [
  { field: 'gross', label: 'Montant payé par la famille', hint: 'Le brut, ou à défaut le net.' },
  { field: 'fee', label: 'Commission' },
  { field: 'net', label: 'Montant net' },
  { field: 'arrivalOn', label: 'Date du versement' },
  { field: 'payoutId', label: 'Numéro du versement' },
  { field: 'paymentId', label: 'Numéro du paiement' },
  { field: 'paidOn', label: 'Date du paiement' },
  { field: 'reference', label: 'Référence de la famille' },
  { field: 'payer', label: 'Nom du payeur' },
  { field: 'campaign', label: 'Nom de la collecte' },
];

const maxBytes = 4_000_000;

/** Why a file is not even sent; undefined when it may be. */
export function fileRefusal({ name, size }: Pick<File, 'name' | 'size'>): string | undefined {
  if (size === 0) return 'Ce fichier est vide.';
  if (size > maxBytes)
    return 'Ce fichier dépasse 4 Mo\u00A0: exportez une période plus courte depuis la plateforme.';
  if (/\.pdf$/iu.test(name))
    return 'Un PDF ne peut pas être lu\u00A0: exportez en CSV ou en Excel.';
  if (/\.xls$/iu.test(name))
    return 'Cet ancien format d’Excel ne peut pas être lu\u00A0: enregistrez le fichier en .xlsx ou en CSV.';
  return undefined;
}

/** The platforms whose files can be brought in: one name for each. */
export const reportPlatforms: readonly { readonly value: string; readonly label: string }[] = [
  'jaikan',
  'helloasso',
  'payzen',
  'scellius',
  'stripe',
  'gocardless',
  'mollie',
  'sumup',
  'payplug',
  'partenaire',
].map((value) => ({
  value,
  label: value === 'partenaire' ? 'Une autre plateforme' : (findPlatform(value)?.name ?? value),
}));
