import type * as z from 'zod';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import type { HttpEvent } from './http.ts';
import { guardedJson } from './guarded-json.ts';
import { Refused } from './http.ts';

/** The largest JSON body that is read. Files go by signed links or by `bytesMax`. */
const jsonMaxBytes = 262_144;

/** What zod says in French where the schema does not say it itself. */
const frenchError: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return 'Ce champ est à remplir.';
  switch (issue.code) {
    case 'unrecognized_keys':
      return `Champ inconnu\u00A0: ${issue.keys.join(', ')}.`;
    case 'too_big':
      return 'Cette valeur est trop grande.';
    case 'too_small':
      return 'Cette valeur est trop petite.';
    case 'invalid_format':
      return 'Ce format n’est pas valable.';
    default:
      return 'Cette valeur n’est pas valable.';
  }
};

export function parsed<Schema extends z.ZodType>(
  schema: Schema | undefined,
  input: unknown,
): z.output<Schema> | undefined {
  if (!schema) return undefined;
  const result = schema.safeParse(input, { error: frenchError });
  if (result.success) return result.data;
  throw new Refused(
    'input_invalid',
    result.error.issues.slice(0, 50).map((issue) => ({
      field: fieldOf(issue),
      message: issue.message,
    })),
  );
}

/** The path of the field; for an unknown key, the key itself. */
const fieldOf = (issue: z.core.$ZodIssue): string =>
  [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]
    .map(String)
    .join('.');

/** The bytes of the body, exactly as they came: signatures are checked on them. */
const bytesOf = (event: HttpEvent): Uint8Array =>
  Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');

/** The JSON body, or nothing for a route that takes none. */
export function jsonOf(event: HttpEvent, endpoint: Endpoint): unknown {
  if (!endpoint.request) return undefined;
  const mediaType = (event.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') throw new Refused('media_type_unsupported');
  const bytes = bytesOf(event);
  if (bytes.byteLength > jsonMaxBytes) throw new Refused('body_too_large');
  const json = guardedJson(textOf(event, bytes));
  if (!json) throw new Refused('body_unreadable');
  return json.value;
}

/** What stands where the gateway found bytes that are no text. */
const replaced = '\uFFFD';

/**
 * The text of a body. The gateway hands JSON over as text, where each byte that is no UTF-8 became
 * another character: the body is then longer than it was sent.
 */
function textOf({ headers }: HttpEvent, bytes: Uint8Array): string {
  const text = decoded(bytes);
  const sentBytes = Number(headers['content-length'] ?? bytes.byteLength);
  if (text === undefined || (text.includes(replaced) && sentBytes !== bytes.byteLength))
    throw new Refused('body_unreadable');
  return text;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of an uploaded file, within the limit of its route. */
export function fileOf(event: HttpEvent, endpoint: Endpoint): Uint8Array | undefined {
  if (endpoint.bytesMax === undefined) return undefined;
  const bytes = bytesOf(event);
  if (bytes.byteLength > endpoint.bytesMax) throw new Refused('body_too_large');
  return bytes;
}
