import { providerOf, siteOf } from '#shared/domain/collections/payment-page.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { errorFor, type FormError } from '#web/ui/form-errors.tsx';
import { FieldRow } from '#web/ui/layout.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { TypedCollection } from './new-collection.ts';
import { providerWords } from './words.ts';

type Typed = Pick<TypedCollection, 'startsOn' | 'endsOn' | 'capacity' | 'pageUrl'>;

interface Props {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly onChange: (part: Partial<Typed>) => void;
}

/** When it takes place, and how many seats there are. */
export const PeriodFields = ({ typed, errors, onChange }: Props) => (
  <>
    <FieldRow>
      <DateField
        name="startsOn"
        label="Départ"
        optional
        value={typed.startsOn}
        onChange={(startsOn) => onChange({ startsOn })}
        error={errorFor(errors, 'startsOn')}
      />
      <DateField
        name="endsOn"
        label="Retour"
        optional
        value={typed.endsOn}
        onChange={(endsOn) => onChange({ endsOn })}
        error={errorFor(errors, 'endsOn')}
      />
    </FieldRow>
    <TextField
      name="capacity"
      label="Nombre de places"
      hint="Laissez vide s’il y en a pour tous."
      optional
      short
      inputMode="numeric"
      maxLength={4}
      value={typed.capacity}
      onChange={(capacity) => onChange({ capacity })}
      error={errorFor(errors, 'capacity')}
    />
  </>
);

/** Where families pay online; says whose site it is before anybody goes there. */
export function PageField({ typed, errors, onChange }: Props) {
  const url = typed.pageUrl.trim();
  const site = siteOf(url);
  return (
    <>
      <TextField
        name="pageUrl"
        label="Page de paiement en ligne"
        hint="L’adresse de votre campagne, copiée depuis la plateforme. Vous pourrez l’ajouter plus tard."
        optional
        type="url"
        maxLength={500}
        value={typed.pageUrl}
        onChange={(pageUrl) => onChange({ pageUrl })}
        error={errorFor(errors, 'pageUrl') ?? errorFor(errors, 'paymentPage')}
      />
      {site !== undefined && (
        <p aria-live="polite">
          Site{'\u00A0'}: <strong>{site}</strong> ({providerWords[providerOf(url)]})
        </p>
      )}
    </>
  );
}
