import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importReportEndpoint } from '#shared/contract/payments/reports.ts';
import { importReport } from '#functions/payments/reports/import-report.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf } from './calls.ts';

type Query = Partial<(typeof importReportEndpoint)['query']['_output']>;

/** Gives the file of a platform to the portal; throws what it refuses. */
export async function bring(
  scope: CoopScope,
  provider: string,
  file: string | Uint8Array,
  query: Query = {},
) {
  const answer = await importReport(
    callOf(importReportEndpoint, {
      scope,
      params: { coopId: scope.coopId, provider },
      query: { step: 'confirm', ...query },
      bytes: typeof file === 'string' ? new TextEncoder().encode(file) : file,
    }),
  );
  if (!answer.ok) throw new Error(answer.rejection);
  return importReportEndpoint.response.parse(answer.value);
}

/** The bytes of a reference file, read where it is; undefined, said aloud, where it is not. */
export function sampleFile(path: string): Uint8Array | undefined {
  const full = join('../shared/samples/webhooks', path);
  if (existsSync(full)) return readFileSync(full);
  console.warn(`skipped: no reference sample ${full}`);
  return undefined;
}
