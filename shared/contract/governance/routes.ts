import type { Routes } from '../endpoint.ts';
import { handOverEndpoint, listMandatesEndpoint } from './handover.ts';

export const governanceRoutes = {
  listMandates: listMandatesEndpoint,
  handOver: handOverEndpoint,
} as const satisfies Routes;
