import type { Routes } from '../endpoint.ts';
import { addProjectEndpoint, findChartEndpoint, listProjectsEndpoint } from './chart.ts';
import { findYearEndpoint, listEntriesEndpoint } from './list-entries.ts';
import { openYearEndpoint } from './open-year.ts';
import { postEntryEndpoint } from './post-entry.ts';
import { reverseEntryEndpoint } from './reverse-entry.ts';
import { discardDraftEndpoint, saveDraftEndpoint } from './save-draft.ts';

export const ledgerRoutes = {
  findChart: findChartEndpoint,
  listProjects: listProjectsEndpoint,
  addProject: addProjectEndpoint,
  findYear: findYearEndpoint,
  listEntries: listEntriesEndpoint,
  openYear: openYearEndpoint,
  saveDraft: saveDraftEndpoint,
  discardDraft: discardDraftEndpoint,
  postEntry: postEntryEndpoint,
  reverseEntry: reverseEntryEndpoint,
} as const satisfies Routes;
