import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { dayOf } from '#web/ui/date-field.tsx';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import type { PickableAccount } from '#web/ui/account-picker.tsx';
import { addProject } from '#web/api/ledger.ts';
import { useMay } from '#web/api/me.ts';
import { newId } from '#web/ui/new-id.ts';
import { today } from '#web/ui/today.ts';
import type { ChartAccount } from '../ledger-entry.ts';
import { entriesQuery, projectsQuery } from '../queries.ts';
import type { EntryForm } from './entry-form.ts';
import { counterpartiesOf, lastUseOf, nextChequeNumber } from './history.ts';

/** An account as the form offers it: the doubt about its number is said in its help only. */
const offered = ({ accountNumber, label, help, toConfirm }: ChartAccount): PickableAccount => ({
  accountNumber,
  label,
  help: toConfirm ? `${help} (numéro à confirmer par l’association)` : help,
});

/** What the form offers: accounts of its kind, projects, and what earlier entries suggest. */
export function useChoices(coopId: string, form: EntryForm, chart: readonly ChartAccount[]) {
  const client = useQueryClient();
  const yearId = fiscalYearIdOf(dayOf(form.entryDate) ?? today());
  const { data: entries = [] } = useQuery(entriesQuery(coopId, yearId));
  const { data: projects = [] } = useQuery(projectsQuery(coopId));
  const mayPost = useMay(coopId, 'ledger:post');
  const nameProject = async (name: string) => {
    const project = await addProject({ coopId, projectId: newId() }, { name });
    await client.invalidateQueries({ queryKey: projectsQuery(coopId).queryKey });
    return project.id;
  };
  return {
    accounts: chart.filter(({ kind }) => kind === form.kind).map(offered),
    projects,
    onAddProject: mayPost ? nameProject : undefined,
    counterparties: counterpartiesOf(entries, form.kind),
    nextCheque: nextChequeNumber(entries),
    lastUse: (counterparty: string) => lastUseOf(entries, form.kind, counterparty),
    mayPost,
  };
}

export type Choices = ReturnType<typeof useChoices>;
