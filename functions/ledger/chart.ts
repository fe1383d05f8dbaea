import type {
  addProjectEndpoint,
  findChartEndpoint,
  listProjectsEndpoint,
} from '#shared/contract/ledger/chart.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { keepProject, listProjects as readProjects } from '#functions/stores/coops.ts';
import { commit } from '#functions/stores/table.ts';

/** The chart of accounts in force. */
export const findChart: UseCase<typeof findChartEndpoint> = () =>
  Promise.resolve(accept({ version: chart2024.version, accounts: chart2024.accounts }));

/** The projects that lines are grouped by. */
export const listProjects: UseCase<typeof listProjectsEndpoint> = async ({ scope }) =>
  accept({ projects: await readProjects(scope) });

/** Adds a project, or names it again. */
export const addProject: UseCase<typeof addProjectEndpoint> = async (call) => {
  const { actor, scope, params, body, now, requestId } = call;
  const project = { id: params.projectId, name: body.name };
  await commit([
    keepProject(scope, project),
    recordAct(scope, {
      act: 'add-project',
      target: project.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(project);
};
