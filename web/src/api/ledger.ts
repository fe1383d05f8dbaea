import type { BodyOf, ParamsOf, QueryOf } from '#shared/contract/endpoint.ts';
import type {
  findChartEndpoint,
  listProjectsEndpoint,
  addProjectEndpoint,
} from '#shared/contract/ledger/chart.ts';
import type {
  findYearEndpoint,
  listEntriesEndpoint,
} from '#shared/contract/ledger/list-entries.ts';
import type { openYearEndpoint } from '#shared/contract/ledger/open-year.ts';
import type {
  saveDraftEndpoint,
  discardDraftEndpoint,
} from '#shared/contract/ledger/save-draft.ts';
import type { postEntryEndpoint } from '#shared/contract/ledger/post-entry.ts';
import type { reverseEntryEndpoint } from '#shared/contract/ledger/reverse-entry.ts';
import { call, type Sent } from './call.ts';

/** The chart of accounts. */
export const findChart = (params: ParamsOf<typeof findChartEndpoint>) =>
  call<typeof findChartEndpoint>('GET', '/api/coops/{coopId}/chart', { params });

/** The projects that lines are grouped by. */
export const listProjects = (params: ParamsOf<typeof listProjectsEndpoint>) =>
  call<typeof listProjectsEndpoint>('GET', '/api/coops/{coopId}/projects', { params });

/** Adds a project, or names it again. */
export const addProject = (
  params: ParamsOf<typeof addProjectEndpoint>,
  body: Sent<BodyOf<typeof addProjectEndpoint>>,
) =>
  call<typeof addProjectEndpoint>('PUT', '/api/coops/{coopId}/projects/{projectId}', {
    params,
    body,
  });

/** A fiscal year and its balances. */
export const findYear = (params: ParamsOf<typeof findYearEndpoint>) =>
  call<typeof findYearEndpoint>('GET', '/api/coops/{coopId}/years/{yearId}', { params });

/** The entries of a fiscal year, drafts included, a page at a time. */
export const listEntries = (
  params: ParamsOf<typeof listEntriesEndpoint>,
  query: QueryOf<typeof listEntriesEndpoint> = {},
) =>
  call<typeof listEntriesEndpoint>('GET', '/api/coops/{coopId}/years/{yearId}/entries', {
    params,
    query,
  });

/** Opens a fiscal year with its opening balances. */
export const openYear = (
  params: ParamsOf<typeof openYearEndpoint>,
  body: Sent<BodyOf<typeof openYearEndpoint>>,
) =>
  call<typeof openYearEndpoint>('POST', '/api/coops/{coopId}/years/{yearId}/opening', {
    params,
    body,
  });

/** Keeps a draft entry, unnumbered. */
export const saveDraft = (
  params: ParamsOf<typeof saveDraftEndpoint>,
  body: Sent<BodyOf<typeof saveDraftEndpoint>>,
) =>
  call<typeof saveDraftEndpoint>('PUT', '/api/coops/{coopId}/drafts/{entryId}', { params, body });

/** Discards a draft entry. */
export const discardDraft = (params: ParamsOf<typeof discardDraftEndpoint>) =>
  call<typeof discardDraftEndpoint>('DELETE', '/api/coops/{coopId}/drafts/{entryId}', { params });

/** Posts an entry: numbered, sealed, final. */
export const postEntry = (
  params: ParamsOf<typeof postEntryEndpoint>,
  body: Sent<BodyOf<typeof postEntryEndpoint>>,
) => call<typeof postEntryEndpoint>('POST', '/api/coops/{coopId}/entries', { params, body });

/** Reverses a posted entry, and corrects it in the same act. */
export const reverseEntry = (
  params: ParamsOf<typeof reverseEntryEndpoint>,
  body: Sent<BodyOf<typeof reverseEntryEndpoint>>,
) =>
  call<typeof reverseEntryEndpoint>('POST', '/api/coops/{coopId}/entries/{entryId}/reversal', {
    params,
    body,
  });
