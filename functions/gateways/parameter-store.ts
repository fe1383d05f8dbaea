import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { requireEnv } from '#functions/platform/config.ts';

let client: SSMClient | undefined;

const parameterStore = (): SSMClient =>
  (client ??= new SSMClient({ requestHandler: { requestTimeout: 4_000 } }));

/** Keeps a secret under its name, encrypted; what was there is replaced. */
export async function writeSecret(name: string, value: string): Promise<void> {
  await parameterStore().send(
    new PutParameterCommand({ Name: name, Value: value, Type: 'SecureString', Overwrite: true }),
  );
}

/** The secret under a name as it is now: no extension in between that remembers an older one. */
export async function readSecretNow(name: string): Promise<string> {
  const { Parameter: found } = await parameterStore().send(
    new GetParameterCommand({ Name: name, WithDecryption: true }),
  );
  if (found?.Value === undefined) throw new Error('parameter store: no value');
  return found.Value;
}

/** The name of a secret of an endpoint, under the path of the stage: never typed by anybody. */
export const secretNameOf = (
  { department, coopId }: { readonly department: string; readonly coopId: string },
  endpointId: string,
  part: 'secret' | 'key',
): string =>
  `${requireEnv('SECRETS_PATH')}/${department}/${coopId}/${endpointId.slice(0, 24)}-${part}`;
