import { existsSync } from 'node:fs';
import { buildSync } from 'esbuild';
import type { FunctionName } from '#infra/aws/functions.ts';

/** What a function's code can do, read in its bundle: what nothing calls has been shaken out. */
export interface Used {
  readonly tableActions: readonly string[];
  readonly objectActions: readonly string[];
  readonly partitions: readonly string[];
  readonly environment: readonly string[];
}

const tableSigns: Readonly<Record<string, RegExp>> = {
  GetItem: /new GetCommand\(/u,
  BatchGetItem: /new BatchGetCommand\(/u,
  Query: /new QueryCommand\(/u,
  PutItem: /new PutCommand\(|\bPut: \{/u,
  UpdateItem: /new UpdateCommand\(|\bUpdate: \{/u,
  DeleteItem: /new DeleteCommand\(|\bDelete: \{/u,
  ConditionCheckItem: /\bConditionCheck: \{/u,
  Scan: /new ScanCommand\(/u,
};

const objectSigns: Readonly<Record<string, RegExp>> = {
  GetObject: /new GetObjectCommand\(/u,
  PutObject: /new PutObjectCommand\(/u,
  DeleteObject: /new DeleteObjectCommand\(/u,
};

const departmentSign = /departmentKeys\.(?!audit\b)\w+\(/u;
/** A word that begins a partition key; `"NATION"` alone is also the name of a place. */
const partitionSign =
  /`(USER|SESSION|LOGIN|SUBJECT|MAIL|ENDPOINT|LINK)#\$|(?:pk: |queryAll\()"(NATION)"/gu;

const entryOf = (name: FunctionName): string => {
  const at = name.lastIndexOf('-');
  return `functions/${name.slice(0, at)}/${name.slice(at + 1)}.ts`;
};

const signsIn = (text: string, signs: Readonly<Record<string, RegExp>>): string[] =>
  Object.entries(signs)
    .filter(([, sign]) => sign.test(text))
    .map(([action]) => action)
    .toSorted();

const found = (text: string, sign: RegExp): string[] =>
  [...new Set([...text.matchAll(sign)].map(([, one, other]) => one ?? other ?? ''))].toSorted();

/** Bundles a function without its packages and reads what is left; undefined if it is not written. */
export function usedByBundle(name: FunctionName): Used | undefined {
  const entry = entryOf(name);
  if (!existsSync(entry)) return undefined;
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    treeShaking: true,
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  return {
    tableActions: signsIn(text, tableSigns),
    objectActions: signsIn(text, objectSigns),
    partitions: [...found(text, partitionSign), ...(departmentSign.test(text) ? ['D'] : [])],
    environment: found(text, /requireEnv\("([A-Z_]+)"\)/gu),
  };
}
