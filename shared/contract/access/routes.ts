import type { Routes } from '../endpoint.ts';
import { openApiEndpoint } from './openapi.ts';
import { signInCallbackEndpoint, signInEndpoint, signOutEndpoint } from './sign-in.ts';
import { whoAmIEndpoint } from './who-am-i.ts';

export const accessRoutes = {
  signIn: signInEndpoint,
  signInCallback: signInCallbackEndpoint,
  signOut: signOutEndpoint,
  whoAmI: whoAmIEndpoint,
  openApi: openApiEndpoint,
} as const satisfies Routes;
