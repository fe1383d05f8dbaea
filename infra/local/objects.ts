import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join, normalize, sep } from 'node:path';
import { randomUUID } from 'node:crypto';
import { isSigned } from './sigv4.ts';

export const localBucketName = 'tirelire-documents';

/** Where the object store answers on the portal's own port. */
export const objectsPath = '/local/objects';

const objectMaxBytes = 50_000_000;

const refuse = (response: ServerResponse, status: number, code: string): void => {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`);
};

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > objectMaxBytes) throw new RangeError('object too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The file of an object; undefined when the key would leave the folder of the bucket. */
function fileOf(root: string, path: string): string | undefined {
  const key = decodeURIComponent(path.slice(objectsPath.length + 1));
  const file = normalize(join(root, key));
  return key.startsWith(`${localBucketName}/`) && file.startsWith(root + sep) ? file : undefined;
}

/**
 * The part of S3 that Tirelire uses, on files: put, get and delete one object, each request
 * signed. A write is complete or absent: it is made beside and renamed.
 */
export const objectStore =
  (root: string) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const file = fileOf(root, path);
    if (!file || !isSigned(request)) return refuse(response, 403, 'AccessDenied');
    switch (request.method) {
      case 'PUT':
        return put(file, request, response);
      case 'GET':
        return get(file, new URLSearchParams(query), response);
      case 'DELETE':
        await Promise.all([rm(file, { force: true }), rm(`${file}.type`, { force: true })]);
        response.writeHead(204).end();
        return;
      default:
        return refuse(response, 405, 'MethodNotAllowed');
    }
  };

async function put(
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const mediaType = request.headers['content-type'] ?? 'application/octet-stream';
  await writeObject(file, await bodyOf(request), mediaType);
  response.writeHead(200).end();
}

/** Writes an object whole, with its type beside it. */
export async function writeObject(file: string, bytes: Buffer, mediaType: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${randomUUID()}`;
  await writeFile(beside, bytes);
  await writeFile(`${file}.type`, mediaType);
  await rename(beside, file);
}

async function get(file: string, query: URLSearchParams, response: ServerResponse): Promise<void> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return refuse(response, 404, 'NoSuchKey');
  const type = await readFile(`${file}.type`, 'utf8').catch(() => 'application/octet-stream');
  response.writeHead(200, {
    'content-type': query.get('response-content-type') ?? type,
    'content-length': bytes.byteLength,
    'content-disposition': query.get('response-content-disposition') ?? 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=300',
  });
  response.end(bytes);
}
