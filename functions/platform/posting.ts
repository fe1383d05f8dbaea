import { createHash, randomBytes } from 'node:crypto';
import type { Day } from '#shared/domain/dates.ts';
import type { Posting } from '#shared/domain/ledger/post-entry.ts';

const sealDigest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** What the domain needs to post: who, when, fresh salt, the hash of the seals. */
export const postingBy = (by: string, now: string, today: Day): Posting => ({
  at: now,
  today,
  by,
  salt: randomBytes(16).toString('base64url'),
  digest: sealDigest,
});
