import { describe, expect, test } from 'vitest';
import { catalogue } from '#shared/domain/payments/platform-catalogue.ts';
import { platformHosts, type Platform } from '#shared/contract/payments/platform-hosts.ts';
import { apiOf } from '#functions/gateways/platforms/apis.ts';
import { standInFor } from './stand-in.ts';

const isPlatform = (name: string): name is Platform => Object.hasOwn(platformHosts, name);

const withoutAccount = catalogue.filter(({ account, apiKey }) => apiKey && !account?.isNeeded);

describe.each(withoutAccount)('$provider', ({ scheme }) => {
  if (!isPlatform(scheme)) throw new Error(`no stand-in for ${scheme}`);
  const { asked } = standInFor(scheme);

  test('a platform that is connected without an account can be asked without one', async () => {
    await apiOf(scheme)
      ?.listNews?.(
        { apiKey: 'live_x', mode: 'live' },
        '2026-03-10T00:00:00.000Z',
        '2026-03-17T09:00:00.000Z',
      )
      .catch(() => undefined);
    expect(asked).not.toEqual([]);
  });
});
