import type { useUploads } from '#web/api/use-uploads.ts';
import { CheckboxField } from '#web/ui/choice-fields.tsx';
import { FileField } from '#web/ui/file-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { FieldsProps } from './fields-props.ts';

interface Props extends Pick<FieldsProps, 'form' | 'change' | 'errorOf'> {
  readonly uploads: ReturnType<typeof useUploads>;
}

/** The receipt, as a photo or a PDF, or why there is none. */
export function VoucherFields({ form, change, errorOf, uploads }: Props) {
  const expected = form.kind === 'expense';
  return (
    <>
      {!form.withoutVoucher && (
        <FileField
          name="attachmentIds"
          label={expected ? 'Ticket ou facture' : 'Pièce'}
          optional={!expected}
          hint="Une photo lisible ou un PDF, 10 Mo au plus."
          camera
          files={uploads.files}
          onAdd={uploads.add}
          onRemove={uploads.remove}
          onRetry={uploads.retry}
          error={errorOf('attachmentIds')}
        />
      )}
      {expected && uploads.files.length === 0 && (
        <CheckboxField
          name="withoutVoucher"
          label="Pas de pièce"
          checked={form.withoutVoucher}
          onChange={(withoutVoucher) => change({ withoutVoucher })}
        />
      )}
      {expected && form.withoutVoucher && (
        <TextField
          name="noVoucherReason"
          label="Pourquoi n’y a-t-il pas de pièce ?"
          hint="Par exemple : ticket perdu, achat au marché."
          value={form.noVoucherReason}
          onChange={(noVoucherReason) => change({ noVoucherReason })}
          maxLength={200}
          error={errorOf('noVoucherReason')}
        />
      )}
    </>
  );
}
