import type { signOutEndpoint } from '#shared/contract/access/sign-in.ts';
import type { whoAmIEndpoint } from '#shared/contract/access/who-am-i.ts';
import { call } from './call.ts';

/** Closes the session. */
export const signOut = () => call<typeof signOutEndpoint>('POST', '/api/session/sign-out');

/** The signed-in person and the grants that hold today. */
export const whoAmI = () => call<typeof whoAmIEndpoint>('GET', '/api/me');
