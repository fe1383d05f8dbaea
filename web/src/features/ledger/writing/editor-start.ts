import type { Day } from '#shared/domain/dates.ts';
import { newId } from '#web/ui/new-id.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import type { LineFilling } from './bank-line.ts';
import {
  emptyForm,
  formOfEntry,
  type BankNumber,
  type EntryForm,
  type FormKind,
} from './entry-form.ts';

/** The line of the bank that an entry is written for. */
interface BankLineRef {
  readonly bankAccountId: string;
  readonly lineId: string;
}

/** What an editor opens with. */
export interface EditorStart {
  /** Where the form is kept on this device until the portal has acknowledged it. */
  readonly place: string;
  /** Made once: sent again after a lost answer, it is still the same entry. */
  readonly id: string;
  /** The version of the draft it comes from; 0 for a new entry. */
  readonly version: number;
  readonly form: EntryForm;
  readonly attachmentIds: readonly string[];
  /** The posted entry that this one puts right. */
  readonly corrects?: LedgerEntry;
  readonly line?: BankLineRef;
  /** What the form of that line was pre-filled with. */
  readonly filling?: LineFilling;
}

/** A new entry of that kind. */
export const newStart = (coopId: string, form: EntryForm): EditorStart => ({
  place: `saisie:${coopId}`,
  id: newId(),
  version: 0,
  form,
  attachmentIds: [],
});

/** A new entry of that kind, empty and dated today. */
export const emptyStart = (
  coopId: string,
  kind: FormKind,
  { day, bankNumber }: { readonly day: Day; readonly bankNumber: BankNumber },
): EditorStart => newStart(coopId, emptyForm(kind, day, bankNumber));

/** A draft to finish, under its own id. */
export const draftStart = (entry: LedgerEntry, bankNumber: BankNumber): EditorStart => ({
  place: `brouillon:${entry.id}:${entry.version ?? 0}`,
  id: entry.id,
  version: entry.version ?? 0,
  form: formOfEntry(entry, bankNumber),
  attachmentIds: entry.attachmentIds,
});

/** What a posted entry should have been. */
export const correctionStart = (entry: LedgerEntry, bankNumber: BankNumber): EditorStart => ({
  place: `correction:${entry.id}`,
  id: newId(),
  version: 0,
  form: formOfEntry(entry, bankNumber),
  attachmentIds: entry.attachmentIds,
  corrects: entry,
});
