import { ledgerRoutes } from '#shared/contract/ledger/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { addProject, findChart, listProjects } from './chart.ts';
import { discardDraft } from './discard-draft.ts';
import { findYear, listEntries } from './list-entries.ts';
import { openYear } from './open-year.ts';
import { postEntry } from './post-entry.ts';
import { reverseEntry } from './reverse-entry.ts';
import { saveDraft } from './save-draft.ts';

export const handler = mount(ledgerRoutes, {
  findChart,
  listProjects,
  addProject,
  findYear,
  listEntries,
  openYear,
  saveDraft,
  discardDraft,
  postEntry,
  reverseEntry,
});
