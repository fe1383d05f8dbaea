import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import { html, link, type Html } from '#functions/platform/html.ts';
import { bodyOf } from './gateway.ts';

/** Where the mails of this machine are read. */
export const mailPath = '/local/mail';
/** Where the clients of SES send them. */
export const sesPath = `${mailPath}/ses`;
export const localMailFrom = 'ne-pas-repondre@tirelire.example';

const content = z.object({ Data: z.string() });

/** What SES version 2 is sent, of which Tirelire uses this part. */
const sendEmailSchema = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()).length(1) }),
  Content: z.object({
    Simple: z.object({
      Subject: content,
      Body: z.object({ Text: content, Html: content }),
      Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
      Attachments: z
        .array(z.object({ FileName: z.string(), ContentType: z.string(), RawContent: z.string() }))
        .default([]),
    }),
  }),
});

const keptSchema = z.object({
  id: z.string(),
  at: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()),
  attachments: z.array(z.object({ fileName: z.string(), text: z.string() })),
});

/** A mail that would have left. */
type KeptMail = z.output<typeof keptSchema>;

const readName = (from: string): string =>
  from.replace(/=\?UTF-8\?B\?([^?]*)\?=/gu, (_, text: string) =>
    Buffer.from(text, 'base64').toString(),
  );

function keptOf(sent: z.output<typeof sendEmailSchema>): KeptMail {
  const { Subject, Body, Headers, Attachments } = sent.Content.Simple;
  return {
    id: `${Date.now()}-${randomUUID()}`,
    at: new Date().toISOString(),
    from: readName(sent.FromEmailAddress),
    to: sent.Destination.ToAddresses[0] ?? '',
    subject: Subject.Data,
    text: Body.Text.Data,
    html: Body.Html.Data,
    headers: Object.fromEntries(Headers.map(({ Name, Value }) => [Name, Value])),
    attachments: Attachments.map(({ FileName, RawContent }) => ({
      fileName: FileName,
      text: Buffer.from(RawContent, 'base64').toString(),
    })),
  };
}

/** The mails of the outbox, newest first. */
export async function readOutbox(folder: string): Promise<readonly KeptMail[]> {
  const names = await readdir(folder).catch(() => []);
  const mails = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) =>
        keptSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8'))),
      ),
  );
  return mails.toSorted((one, other) => other.at.localeCompare(one.at));
}

/** A stand-in of SES that keeps each mail as a file, and the pages that show them. */
export const localMail =
  (folder: string) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (request.method === 'POST' && path === `${sesPath}/v2/email/outbound-emails`)
      return keep(folder, request, response);
    if (request.method !== 'GET') return sendPage(response, 404, html`<h1>Introuvable</h1>`);
    const mails = await readOutbox(folder);
    if (path === mailPath) return sendPage(response, 200, listOf(mails));
    const mail = mails.find(({ id }) => path === `${mailPath}/${id}`);
    return mail ? sendMail(response, mail) : sendPage(response, 404, html`<h1>Introuvable</h1>`);
  };

async function keep(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sent = sendEmailSchema.safeParse(parsed((await bodyOf(request))?.toString() ?? ''));
  if (!sent.success)
    return sendJson(response, 400, { message: z.prettifyError(sent.error) }, 'BadRequestException');
  const mail = keptOf(sent.data);
  const fault = faults.find(({ domain }) => mail.to.endsWith(domain));
  if (fault) return sendJson(response, fault.status, { message: 'as asked' }, fault.type);
  await mkdir(folder, { recursive: true });
  const beside = join(folder, `${mail.id}.part`);
  await writeFile(beside, JSON.stringify(mail));
  await rename(beside, join(folder, `${mail.id}.json`));
  sendJson(response, 200, { MessageId: mail.id });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Addresses that fail as SES may fail: to see what the portal does then. */
const faults = [
  { domain: '@refuse.example', status: 400, type: 'MessageRejected' },
  { domain: '@attente.example', status: 429, type: 'TooManyRequestsException' },
  { domain: '@panne.example', status: 500, type: 'InternalServiceErrorException' },
] as const;

function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  errorType?: string,
): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(errorType !== undefined && { 'x-amzn-errortype': errorType }),
  });
  response.end(JSON.stringify(value));
}

const listOf = (mails: readonly KeptMail[]): Html => html`
  <h1>Courriels de cette machine</h1>
  <p>Rien ne part d’ici${'\u00A0'}: chaque courriel est gardé dans un fichier.</p>
  ${mails.length === 0 && html`<p>Aucun courriel pour le moment.</p>`}
  <ol>
    ${mails.map(
      ({ id, at, to, subject }) =>
        html`<li><a href="${link(`${mailPath}/${id}`)}">${subject}</a> — ${to}, ${at}</li>`,
    )}
  </ol>
`;

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";

function sendPage(response: ServerResponse, status: number, body: Html): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
  });
  response.end(
    html`<!doctype html>
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Courriels</title>
        </head>
        <body>
          <main>${body}</main>
        </body>
      </html>`.text,
  );
}

/** The mail as a mail program would show it: its own HTML, without any script. */
function sendMail(response: ServerResponse, mail: KeptMail): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
  });
  response.end(mail.html);
}
