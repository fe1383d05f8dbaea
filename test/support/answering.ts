import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A platform's API that answers what a test tells it to, and remembers what it was asked. */
export async function answering(variables: readonly string[]) {
  const answers = new Map<string, { status?: number; location?: string; content?: unknown }>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname;
    asked.push(path);
    const { status = 200, location, content } = answers.get(path) ?? { status: 404 };
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(location !== undefined && { location }),
    });
    response.end(JSON.stringify(content ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  for (const name of variables) process.env[name] = `http://127.0.0.1:${port}`;
  answers.set('/oauth2/token', { content: { access_token: 'token-of-tests', expires_in: 1800 } });
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { answers, asked, stop };
}
