import type { BodyOf, ParamsOf } from '#shared/contract/endpoint.ts';
import type {
  listMandatesEndpoint,
  handOverEndpoint,
} from '#shared/contract/governance/handover.ts';
import { call, type Sent } from './call.ts';

/** The mandates of the cooperative. */
export const listMandates = (params: ParamsOf<typeof listMandatesEndpoint>) =>
  call<typeof listMandatesEndpoint>('GET', '/api/coops/{coopId}/mandates', { params });

/** Hands the mandate over to a colleague. */
export const handOver = (
  params: ParamsOf<typeof handOverEndpoint>,
  body: Sent<BodyOf<typeof handOverEndpoint>>,
) => call<typeof handOverEndpoint>('POST', '/api/coops/{coopId}/handover', { params, body });
