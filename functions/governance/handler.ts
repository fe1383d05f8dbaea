import { governanceRoutes } from '#shared/contract/governance/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { handOver } from './hand-over.ts';
import { listMandates } from './list-mandates.ts';

export const handler = mount(governanceRoutes, { listMandates, handOver });
