import { helloAssoApi } from './helloasso.ts';
import type { PlatformApi } from './platform-api.ts';
import { stripeApi } from './stripe.ts';

const apis: Readonly<Record<string, PlatformApi>> = {
  stripe: stripeApi,
  helloasso: helloAssoApi,
  'helloasso-address': helloAssoApi,
};

/** The API that lets us read again what a scheme tells; undefined when the platform has none. */
export const apiOf = (scheme: string): PlatformApi | undefined =>
  Object.hasOwn(apis, scheme) ? apis[scheme] : undefined;
