import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, normalize, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { securityHeaders } from '#infra/security-headers.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const compressible = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest']);

/** Files whose name holds a hash of their content never change: kept for a year. */
const isHashed = (path: string): boolean => /^\/assets\/.*-[\w-]{8}\.\w+$/u.test(path);

const siteHeaders = securityHeaders();

interface WebFile {
  readonly bytes: Buffer;
  readonly gzipped?: Buffer;
  readonly etag: string;
  readonly type: string;
}

const zip = promisify(gzip);
const kept = new Map<string, WebFile>();

async function readWebFile(file: string): Promise<WebFile | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const etag = `"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"`;
  const known = kept.get(file);
  if (known?.etag === etag) return known;
  const bytes = await readFile(file);
  const extension = extname(file);
  const read = {
    bytes,
    ...(compressible.has(extension) && { gzipped: await zip(bytes) }),
    etag,
    type: mediaTypes[extension] ?? 'application/octet-stream',
  };
  kept.set(file, read);
  return read;
}

/** The file of a path inside the folder of the site; undefined when it would leave it. */
function fileOf(root: string, path: string): string | undefined {
  const decoded = URL.canParse(`http://x${path}`) ? safeDecode(path) : '/';
  const file = normalize(`${root}${decoded}`);
  return file.startsWith(root + sep) && !decoded.includes('\0') ? file : undefined;
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/';
  }
}

/**
 * A page of the portal is its door, whoever asks, and any path without a file, asked for by a
 * browser that wants HTML.
 */
const wantsPage = (request: IncomingMessage, path: string): boolean =>
  path === '/' || (extname(path) === '' && (request.headers.accept ?? '').includes('text/html'));

/** The built site: its files, and its single page for every address of the portal. */
export function webSite(folder: string) {
  const root = resolve(folder);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...siteHeaders, allow: 'GET, HEAD' }).end();
      return;
    }
    const file = fileOf(root, path);
    const found =
      (file && (await readWebFile(file))) ??
      (wantsPage(request, path) ? await readWebFile(`${root}/index.html`) : undefined);
    if (found) return send(found, isHashed(path), request, response);
    response.writeHead(404, { ...siteHeaders, 'content-type': 'text/plain; charset=utf-8' });
    response.end('Page introuvable.\n');
  };
}

function send(
  { bytes, gzipped, etag, type }: WebFile,
  forEver: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const zipped = /\bgzip\b/u.test(String(request.headers['accept-encoding'])) ? gzipped : undefined;
  const headers = {
    ...siteHeaders,
    'content-type': type,
    'cache-control': forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag,
    vary: 'accept-encoding',
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = zipped ?? bytes;
  response.writeHead(200, {
    ...headers,
    'content-length': body.byteLength,
    ...(zipped && { 'content-encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
