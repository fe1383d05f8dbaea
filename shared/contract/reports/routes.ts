import type { Routes } from '../endpoint.ts';
import {
  fillCrfEndpoint,
  findCrfEndpoint,
  inviteVerifierEndpoint,
  printCrfEndpoint,
  readQuitusEndpoint,
  signQuitusEndpoint,
  submitCrfEndpoint,
} from './crf.ts';
import { findHomeEndpoint } from './home.ts';

export const reportsRoutes = {
  findHome: findHomeEndpoint,
  findCrf: findCrfEndpoint,
  fillCrf: fillCrfEndpoint,
  printCrf: printCrfEndpoint,
  submitCrf: submitCrfEndpoint,
  inviteVerifier: inviteVerifierEndpoint,
  readQuitus: readQuitusEndpoint,
  signQuitus: signQuitusEndpoint,
} as const satisfies Routes;
