import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const keysSchema = z.object({
  cookieKeys: z.array(z.string()),
  jwks: z.object({ keys: z.array(z.looseObject({ kid: z.string() })) }),
});

type OidcKeys = z.output<typeof keysSchema>;

/** The keys of the local identity provider: the same at each start, so that tokens stay good. */
export async function oidcKeys(folder: string): Promise<OidcKeys> {
  const file = join(folder, 'oidc-keys.json');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return keysSchema.parse(JSON.parse(kept));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys: OidcKeys = {
    cookieKeys: [randomBytes(32).toString('base64url')],
    jwks: {
      keys: [
        { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' },
      ],
    },
  };
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}
