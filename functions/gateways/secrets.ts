import { requireEnv } from '#functions/platform/config.ts';

const keptMs = 60_000;
const timeoutMs = 2_000;
/** During a rotation the new secret and the old one are both good; never more. */
const liveMax = 2;

const kept = new Map<string, { readonly value: string; readonly untilMs: number }>();

/** The parameter out of the answer of the extension; undefined when it is something else. */
function valueIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('Parameter' in answer)) return undefined;
  const { Parameter } = answer;
  return typeof Parameter === 'object' &&
    Parameter !== null &&
    'Value' in Parameter &&
    typeof Parameter.Value === 'string'
    ? Parameter.Value
    : undefined;
}

/**
 * A secret by its name, from the extension that runs beside the function; kept for a minute. On
 * one machine the same address is answered by `infra/local`.
 */
export async function readSecret(name: string): Promise<string> {
  const known = kept.get(name);
  if (known && Date.now() < known.untilMs) return known.value;
  const query = new URLSearchParams({ name, withDecryption: 'true' });
  const response = await fetch(
    `${requireEnv('SECRETS_URL')}/systemsmanager/parameters/get?${query.toString()}`,
    {
      headers: { 'X-Aws-Parameters-Secrets-Token': process.env['AWS_SESSION_TOKEN'] ?? '' },
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    },
  );
  const value = response.ok ? valueIn(await response.json()) : undefined;
  if (value === undefined) throw new Error(`secret not available: ${response.status}`);
  kept.set(name, { value, untilMs: Date.now() + keptMs });
  return value;
}

/** The live secrets under a name: one, or two separated by a space during a rotation. */
export async function readLiveSecrets(name: string): Promise<readonly string[]> {
  const secrets = (await readSecret(name)).split(/\s+/u).filter(Boolean);
  if (secrets.length === 0 || secrets.length > liveMax) throw new Error('one or two live secrets');
  return secrets;
}
