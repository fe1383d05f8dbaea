import { useState } from 'preact/hooks';
import type { UploadedFile } from '#web/api/use-uploads.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { AccountPicker } from '#web/ui/account-picker.tsx';
import { AmountField } from '#web/ui/amount-field.tsx';
import { Card } from '#web/ui/card.tsx';
import { CheckboxField, RadioCards } from '#web/ui/choice-fields.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FileField } from '#web/ui/file-field.tsx';
import { FieldRow, FormStack } from '#web/ui/layout.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';

interface Props {
  readonly level?: 2 | 3;
  /** Tells this copy from the others. */
  readonly suffix?: string;
}

const files: readonly UploadedFile[] = [
  {
    id: '1',
    fileName: 'ticket-boulangerie.jpg',
    mediaType: 'image/jpeg',
    state: 'kept',
    sentShare: 1,
  },
  {
    id: '2',
    fileName: 'facture-car-sortie-musee.pdf',
    mediaType: 'application/pdf',
    state: 'sending',
    sentShare: 0.6,
  },
  {
    id: '3',
    fileName: 'photo.heic',
    mediaType: 'image/heic',
    state: 'failed',
    sentShare: 0,
    error: 'Ce fichier n’est ni une photo (JPEG, PNG, WebP) ni un PDF.',
  },
];

const expenses = chart2024.accounts.filter(({ kind }) => kind === 'expense');

/** Fields that work: type in them. */
export function FieldSamples() {
  const [kind, setKind] = useState<'expense' | 'income' | 'transfer' | ''>('');
  const [amount, setAmount] = useState('1234,5');
  const [date, setDate] = useState('2026-03-16');
  const [account, setAccount] = useState('');
  const [means, setMeans] = useState('');
  const [label, setLabel] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [search, setSearch] = useState('');
  return (
    <Card title="Champs">
      <FormStack>
        <RadioCards
          name="kind"
          label={'Que notez-vous\u202F?'}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'expense', label: 'Argent sorti', hint: 'une dépense' },
            { value: 'income', label: 'Argent entré', hint: 'une recette' },
            { value: 'transfer', label: 'Virement interne', hint: 'banque, caisse, régie' },
          ]}
        />
        <FieldRow>
          <AmountField name="amount" label="Montant" value={amount} onChange={setAmount} />
          <DateField name="entryDate" label="Date" value={date} onChange={setDate} />
        </FieldRow>
        <AccountPicker
          name="accountNumber"
          label={'Pour quoi\u202F?'}
          help="Le compte dit à quoi sert l’argent. C’est lui que le CRF additionne."
          accounts={expenses}
          value={account}
          onChange={setAccount}
        />
        <SelectField
          name="means"
          label="Moyen de paiement"
          placeholder="Choisir…"
          value={means}
          onChange={setMeans}
          options={[
            { value: 'card', label: 'Carte' },
            { value: 'cheque', label: 'Chèque' },
            { label: 'Autres', options: [{ value: 'cash', label: 'Espèces' }] },
          ]}
        />
        <TextField
          name="label"
          label="Libellé"
          hint="Ce que vous reconnaîtrez dans un an."
          optional
          value={label}
          onChange={setLabel}
        />
        <FileField
          name="files"
          label="Justificatif"
          hint="Une photo nette du ticket suffit."
          camera
          files={files}
          onAdd={() => undefined}
          onRemove={() => undefined}
          onRetry={() => undefined}
        />
        <CheckboxField
          name="agrees"
          label="J’ai lu les comptes et je les approuve."
          checked={agreed}
          onChange={setAgreed}
        />
        <SearchField label="Chercher dans le journal" value={search} onChange={setSearch} />
      </FormStack>
    </Card>
  );
}

/** The same, refused. */
export function FieldStateSamples({ level = 2, suffix = '' }: Props) {
  return (
    <Card title={`Champs à corriger${suffix}`} level={level}>
      <FormStack>
        <AmountField
          name={`refused-${suffix.length}-amount`}
          label="Montant"
          value="12,345"
          onChange={() => undefined}
        />
        <DateField
          name={`refused-${suffix.length}-date`}
          label="Date"
          value="31/02/2026"
          onChange={() => undefined}
        />
        <TextField
          name={`refused-${suffix.length}-label`}
          label="Libellé"
          error="Ce champ est à remplir."
          value=""
          onChange={() => undefined}
        />
        <SelectField
          name={`refused-${suffix.length}-means`}
          label="Moyen de paiement"
          placeholder="Choisir…"
          error="Un moyen de paiement est attendu."
          value=""
          onChange={() => undefined}
          options={[{ value: 'card', label: 'Carte' }]}
        />
      </FormStack>
    </Card>
  );
}
