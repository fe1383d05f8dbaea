import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { startDynamoDb } from './dynamodb.ts';

export interface Portal {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const host = '127.0.0.1';

/** Takes the port before anything else is started; fails at once when somebody has it. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
  response.end('Tirelire démarre…\n');
};

/** The whole portal in one process, on one port of this machine, its data in one folder. */
export async function startPortal({
  port,
  folder,
}: {
  readonly port: number;
  readonly folder: string;
}): Promise<Portal> {
  let answer = starting;
  const server = createServer((request, response) => answer(request, response));
  const origin = `http://${host}:${await listen(server, port)}`;
  const parts = await startInFolder(origin, resolve(folder)).catch((error: unknown) => {
    server.close();
    throw error;
  });
  answer = parts.answer;
  await parts.tellRest();
  return {
    url: origin,
    stop: async () => {
      server.close();
      await parts.stop();
      server.closeAllConnections();
    },
  };
}

/** Starts the table, and while Java does so reads the code of all the rest. */
async function startInFolder(origin: string, folder: string) {
  const readyFile = join(folder, 'ready');
  const isNew = await stat(readyFile).then(
    () => false,
    () => true,
  );
  if (isNew) await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'dynamodb'), { recursive: true });
  const [table, { startParts }] = await Promise.all([
    startDynamoDb({ path: join(folder, 'dynamodb') }),
    import('./parts.ts'),
  ]);
  try {
    const parts = await startParts(origin, { folder, tableEndpoint: table.endpoint, isNew });
    return {
      answer: parts.answer,
      tellRest: async (): Promise<void> => {
        await parts.tellRest();
        await writeFile(readyFile, '');
      },
      stop: async (): Promise<void> => {
        await parts.stop();
        await table.stop();
      },
    };
  } catch (error) {
    await table.stop();
    throw error;
  }
}
