import type { BodyOf, ParamsOf } from '#shared/contract/endpoint.ts';
import type { findHomeEndpoint } from '#shared/contract/reports/home.ts';
import type {
  findCrfEndpoint,
  fillCrfEndpoint,
  printCrfEndpoint,
  submitCrfEndpoint,
  inviteVerifierEndpoint,
  readQuitusEndpoint,
  signQuitusEndpoint,
} from '#shared/contract/reports/crf.ts';
import { call, type Sent } from './call.ts';

/** The cooperative at a glance and what to do next. */
export const findHome = (params: ParamsOf<typeof findHomeEndpoint>) =>
  call<typeof findHomeEndpoint>('GET', '/api/coops/{coopId}/home', { params });

/** The annual financial report (CRF), its controls and its state. */
export const findCrf = (params: ParamsOf<typeof findCrfEndpoint>) =>
  call<typeof findCrfEndpoint>('GET', '/api/coops/{coopId}/years/{yearId}/crf', { params });

/** Notes the cash count and the subsidies of the year. */
export const fillCrf = (
  params: ParamsOf<typeof fillCrfEndpoint>,
  body: Sent<BodyOf<typeof fillCrfEndpoint>>,
) =>
  call<typeof fillCrfEndpoint>('PUT', '/api/coops/{coopId}/years/{yearId}/crf/inputs', {
    params,
    body,
  });

/** A signed link to the PDF of the CRF. */
export const printCrf = (params: ParamsOf<typeof printCrfEndpoint>) =>
  call<typeof printCrfEndpoint>('POST', '/api/coops/{coopId}/years/{yearId}/crf/paper', { params });

/** Closes the year and files the CRF with the head office. */
export const submitCrf = (params: ParamsOf<typeof submitCrfEndpoint>) =>
  call<typeof submitCrfEndpoint>('POST', '/api/coops/{coopId}/years/{yearId}/crf/submission', {
    params,
  });

/** Makes the link by which a verifier signs the quitus. */
export const inviteVerifier = (
  params: ParamsOf<typeof inviteVerifierEndpoint>,
  body: Sent<BodyOf<typeof inviteVerifierEndpoint>>,
) =>
  call<typeof inviteVerifierEndpoint>('POST', '/api/coops/{coopId}/years/{yearId}/quitus', {
    params,
    body,
  });

/** What a verifier reads before signing, by link. */
export const readQuitus = (params: ParamsOf<typeof readQuitusEndpoint>) =>
  call<typeof readQuitusEndpoint>('GET', '/api/quitus/{token}', { params });

/** Signs the quitus, by link. */
export const signQuitus = (
  params: ParamsOf<typeof signQuitusEndpoint>,
  body: Sent<BodyOf<typeof signQuitusEndpoint>>,
) => call<typeof signQuitusEndpoint>('POST', '/api/quitus/{token}/signature', { params, body });
