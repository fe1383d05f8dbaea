import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { sessionCookie } from '#functions/platform/cookies.ts';
import { openSession } from '#functions/stores/sessions.ts';
import { findUserIdByMail } from '#functions/stores/users.ts';
import { bodyOf, sendProblem } from '../gateway.ts';
import type { Invoke } from '../functions.ts';
import { runSchedule } from '../scheduler.ts';
import { demoAccounts } from './accounts.ts';
import { demoCoops } from './coops.ts';
import { demoFileNames } from './files.ts';
import { demoEndpoints } from './secrets.ts';

const sendJson = (
  response: ServerResponse,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(value));
};

const demoOverview = () => ({
  accounts: demoAccounts.map(({ mail, name, title, role, place }) => ({
    mail,
    name,
    title,
    role,
    ...(place?.kind === 'coop' && { coopId: place.coopId }),
    ...(place && place.kind !== 'nation' && { department: place.department }),
  })),
  coops: demoCoops,
  endpoints: demoEndpoints.map(({ provider, scheme, token, secret }) => ({
    provider,
    scheme,
    path: `/hooks/${provider}/${token}`,
    secret,
  })),
  files: demoFileNames.map((name) => ({ name, path: `/local/files/${name}` })),
});

const signInSchema = z.object({ account: z.string().max(254) });

async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { origin } = request.headers;
  if (origin !== undefined && origin !== process.env['APP_ORIGIN'])
    return sendProblem(response, 404);
  const body = (await bodyOf(request))?.toString() ?? '';
  const asked = signInSchema.safeParse(parsedJson(body));
  const userId = asked.success ? await findUserIdByMail(asked.data.account) : undefined;
  if (userId === undefined) return sendProblem(response, 404);
  const sessionId = await openSession(userId, new Date().toISOString());
  sendJson(response, { userId }, { 'set-cookie': sessionCookie(sessionId) });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function sendFile(folder: string, path: string, response: ServerResponse): Promise<void> {
  const name = demoFileNames.find((one) => one === basename(path));
  const bytes = name && (await readFile(join(folder, 'demo-files', name)).catch(() => undefined));
  if (!bytes) return sendProblem(response, 404);
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
    'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}

/** What only exists on one machine: the demonstration accounts, its files, its schedules now. */
export const demoRoutes =
  (folder: string, invoke: Invoke) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const asked = `${request.method} ${path}`;
    if (asked === 'GET /local/demo') return sendJson(response, demoOverview());
    if (asked === 'POST /local/sign-in') return signIn(request, response);
    if (asked.startsWith('GET /local/files/')) return sendFile(folder, path, response);
    if (asked.startsWith('POST /local/run/') && (await runSchedule(basename(path), invoke)))
      return sendJson(response, { done: true });
    return sendProblem(response, 404);
  };
