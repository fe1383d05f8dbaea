import { goCardlessApi } from './gocardless.ts';
import { helloAssoApi } from './helloasso.ts';
import { lyraApi } from './lyra.ts';
import { mollieApi } from './mollie.ts';
import { payPlugApi } from './payplug.ts';
import type { PlatformApi } from './platform-api.ts';
import { stripeApi } from './stripe.ts';
import { sumUpApi } from './sumup.ts';

const apis: Readonly<Record<string, PlatformApi>> = {
  stripe: stripeApi,
  helloasso: helloAssoApi,
  'helloasso-address': helloAssoApi,
  gocardless: goCardlessApi,
  lyra: lyraApi,
  'lyra-form': lyraApi,
  mollie: mollieApi,
  sumup: sumUpApi,
  payplug: payPlugApi,
};

/** The API that lets us read again what a scheme tells; undefined when the platform has none. */
export const apiOf = (scheme: string): PlatformApi | undefined =>
  Object.hasOwn(apis, scheme) ? apis[scheme] : undefined;
