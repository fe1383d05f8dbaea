import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import type { Platform } from '#shared/contract/payments/platform-hosts.ts';
import type { FaultKind } from '#infra/local/platforms/faults.ts';
import { platformApis, platformsPath, platformUrls } from '#infra/local/platforms/platforms.ts';

/** What a platform is told to answer. */
export interface Answer {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly body: unknown;
}

/** Starts the stand-ins for the tests of a file; what was asked since is in `asked`. */
export function standInFor(platform: Platform) {
  const asked: IncomingMessage[] = [];
  const answer = platformApis();
  const server = createServer((request, response) => {
    if (request.method !== 'PUT') asked.push(request);
    void answer(request, response);
  });
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const [name, value] of Object.entries(platformUrls(origin))) vi.stubEnv(name, value);
    url = `${origin}${platformsPath}/${platform}`;
  });
  beforeEach(async () => {
    await put('answers', []);
    await put('faults', []);
    asked.length = 0;
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    server.close();
  });
  const put = (what: 'answers' | 'faults', told: unknown) =>
    fetch(`${url}/${what}`, { method: 'PUT', body: JSON.stringify(told) });
  return {
    asked,
    answers: (...answers: readonly Answer[]) => put('answers', answers),
    faults: (...faults: readonly FaultKind[]) => put('faults', faults),
    register: (payoutId: string, lines: readonly object[]) =>
      fetch(`${url}/payouts/${payoutId}`, { method: 'POST', body: JSON.stringify(lines) }),
  };
}
