import type { PickableAccount } from '#web/ui/account-picker.tsx';
import type { FilledField } from './bank-line.ts';
import type { EntryForm } from './entry-form.ts';
import type { PlainProject } from './project-field.tsx';

/** What every group of fields of the entry form is given. */
export interface FieldsProps {
  readonly form: EntryForm;
  readonly change: (patch: Partial<EntryForm>) => void;
  readonly errorOf: (field: string) => string | undefined;
  /** Why a field was pre-filled, as long as it holds that. */
  readonly whyOf: (field: FilledField) => string | undefined;
  /** The accounts that fit the kind of the entry. */
  readonly accounts: readonly PickableAccount[];
  readonly projects: readonly PlainProject[];
  /** Names a new project; answers its id. Absent for who may not. */
  readonly onAddProject?: ((name: string) => Promise<string>) | undefined;
}
