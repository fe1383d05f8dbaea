import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { localRegion } from './dynamodb.ts';

/** Runs a function by its name, as Lambda would. */
export type Invoke = (functionName: string, event: unknown, timeoutMs?: number) => Promise<unknown>;

export class FunctionTimeout extends Error {
  override readonly name = 'FunctionTimeout';
}

/** How long API Gateway waits for a function. */
const gatewayTimeoutMs = 30_000;

const bundlePath = (functionName: string): string =>
  resolve('dist/functions', functionName, 'index.mjs');

/** Whether the function was built: an area may have no worker yet. */
export const isBuilt = (functionName: string): boolean => existsSync(bundlePath(functionName));

type Handler = (event: unknown, context: unknown) => unknown;
const bundleSchema = z.object({
  handler: z.custom<Handler>((value) => typeof value === 'function'),
});

const loaded = new Map<string, Promise<Handler>>();

async function load(functionName: string): Promise<Handler> {
  const module: unknown = await import(pathToFileURL(bundlePath(functionName)).href);
  return bundleSchema.parse({ ...Object(module) }).handler;
}

function contextOf(functionName: string, timeoutMs: number) {
  const until = Date.now() + timeoutMs;
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${localRegion}:000000000000:function:${functionName}`,
    memoryLimitInMB: '512',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, until - Date.now()),
  };
}

/** Event and answer go through JSON, as between Lambda and its callers. */
const asJson = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** The functions of `dist/functions`, each loaded at its first call. */
export const invokeBuilt: Invoke = async (functionName, event, timeoutMs = gatewayTimeoutMs) => {
  const handler = loaded.get(functionName) ?? load(functionName);
  loaded.set(functionName, handler);
  handler.catch(() => loaded.delete(functionName));
  const run = await handler;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new FunctionTimeout(functionName)), timeoutMs);
  try {
    return asJson(
      await Promise.race([run(asJson(event), contextOf(functionName, timeoutMs)), late]),
    );
  } finally {
    clearTimeout(timer);
  }
};
