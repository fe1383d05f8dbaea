import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs a bench in a process of its own, cold, and gives what it says. This process goes on
 * meanwhile: the stand-ins that the bench asks are in it.
 */
export async function inOwnProcess(
  script: string,
  argument: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<string> {
  const { stdout } = await run(process.execPath, [script, argument], {
    encoding: 'utf8',
    env: { ...process.env, POWERTOOLS_LOG_LEVEL: 'SILENT', ...env },
  });
  return stdout.trim();
}

interface Printed {
  readonly ms: number;
  readonly bytes: number;
  readonly mib: number;
}

/** P8: the voucher of five hundred payments against pdfkit by hand, cold, one after the other. */
export async function voucherPrinting(): Promise<void> {
  const print = async (who: 'ours' | 'hand') =>
    JSON.parse(await inOwnProcess('test/bench/p8-voucher.ts', who)) as Printed;
  const pairs: Record<'hand' | 'ours', Printed>[] = [];
  while (pairs.length < 3) pairs.push({ hand: await print('hand'), ours: await print('ours') });
  const ratios = pairs.map(({ hand, ours }) => ours.ms / hand.ms).toSorted((a, b) => a - b);
  const last = pairs.at(-1);
  console.log(
    `P8 voucher of 500 payments / pdfkit by hand, cold: ${ratios.map((one) => one.toFixed(2)).join(' ')} (goal ≤ 1.0), ` +
      `${((last?.ours.bytes ?? 0) / 1000).toFixed(1)} KB (goal ≤ 60; by hand ${((last?.hand.bytes ?? 0) / 1000).toFixed(0)}), ` +
      `${last?.ours.mib} MiB (by hand ${last?.hand.mib})`,
  );
}
