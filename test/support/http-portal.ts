import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Context } from 'aws-lambda';
import type { Area } from '#shared/contract/registry.ts';
import { gateway } from '#infra/local/gateway.ts';
import type { HttpEvent } from '#functions/platform/http.ts';
import { handlers } from './handlers.ts';

const context = { getRemainingTimeInMillis: () => 10_000 } as Context;

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** How much of the request was taken before the answer. */
  readonly takenBytes: number;
}

/** The gateway of one machine before the handlers of the areas, over a real socket. */
export async function startHttp() {
  const handle = gateway(async (functionName, event) => {
    const area = functionName.replace(/-handler$/u, '') as Area;
    return handlers[area](JSON.parse(JSON.stringify(event)) as HttpEvent, context);
  });
  const server = createServer((asked, response) => void handle(asked, response));
  let last: Socket | undefined;
  server.on('connection', (socket) => {
    last = socket;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = ({ method = 'GET', path, headers = {}, body }: Asked): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
      sent.once('error', reject);
      sent.once('response', (response) => {
        const takenBytes = last?.bytesRead ?? 0;
        sent.off('error', reject).on('error', () => undefined);
        text(response).then(
          (said) =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: said,
              takenBytes,
            }),
          reject,
        );
      });
      sent.end(body);
    });
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { port, ask, stop };
}
