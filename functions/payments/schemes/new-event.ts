import { sha256Hex } from '#functions/platform/digest.ts';
import { guardedJson } from '#functions/platform/guarded-json.ts';

/** An authentic message, with what says that it is not another one. */
export interface NewEvent {
  readonly eventId: string;
  readonly type: string;
  /** As it was signed; base64 when it is no text. */
  readonly payload: string;
  /** What another delivery under the same id must repeat; the payload itself while absent. */
  readonly content?: string;
  /** Authentic, but no message: kept, never worked on. */
  readonly unreadable?: true;
}

const typeMax = 80;

/** The name of a kind of event, as the inbox shows it. */
export const typeOf = (text: string): string => text.replace(/[^\w.:/-]/gu, '').slice(0, typeMax);

/** An id made of what is said, for the platforms that give none. */
export const naturalId = (...parts: readonly string[]): string => sha256Hex(JSON.stringify(parts));

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes UTF-8 as it is, a mark at its head included; undefined when it is not UTF-8. */
export function decoded(body: Uint8Array): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

const unreadable = (payload: string, id: string): NewEvent => ({
  eventId: id,
  type: 'unreadable',
  payload,
  unreadable: true,
});

/**
 * The events in an authentic body. One that cannot be read is an event too, under the id that was
 * signed or its own digest: a platform that sends it again would not write it better.
 */
export function eventsIn(
  body: Uint8Array | string,
  read: (value: unknown, text: string) => readonly NewEvent[] | undefined,
  id = `body.${sha256Hex(body)}`,
): readonly NewEvent[] {
  const text = typeof body === 'string' ? body : decoded(body);
  if (text === undefined) return [unreadable(Buffer.from(body).toString('base64'), id)];
  const json = guardedJson(text);
  return (json && read(json.value, text)) ?? [unreadable(text, id)];
}
