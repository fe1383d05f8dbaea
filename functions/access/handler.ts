import { accessRoutes } from '#shared/contract/access/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { openApi } from './open-api.ts';
import { signInCallback } from './sign-in-callback.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { whoAmI } from './who-am-i.ts';

export const handler = mount(accessRoutes, { signIn, signInCallback, signOut, whoAmI, openApi });
