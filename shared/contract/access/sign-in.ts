import * as z from 'zod';
import { opaqueSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';

/** Starts the authorization code flow with PKCE: a redirection to the identity provider. */
export const signInEndpoint = {
  method: 'GET',
  path: '/api/session/sign-in',
  permission: 'public',
  summary: 'Redirects to the identity provider',
  query: z.strictObject({
    /** A path of this site to come back to; anything else is ignored. */
    returnTo: opaqueSchema(200).optional(),
  }),
} as const satisfies Endpoint;

/** Where the identity provider comes back: opens the session, then goes to the asked page. */
export const signInCallbackEndpoint = {
  method: 'GET',
  path: '/api/session/callback',
  permission: 'public',
  summary: 'Ends the sign-in: opens the session and redirects to the portal',
  query: z.looseObject({
    code: opaqueSchema(2000).optional(),
    state: opaqueSchema(200).optional(),
    error: opaqueSchema(200).optional(),
  }),
} as const satisfies Endpoint;

/** Closes the session on this device. */
export const signOutEndpoint = {
  method: 'POST',
  path: '/api/session/sign-out',
  permission: 'self',
  summary: 'Closes the session',
} as const satisfies Endpoint;
