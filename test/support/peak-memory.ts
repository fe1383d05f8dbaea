import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';
import * as z from 'zod';

const program = `
  import { readStatementFile } from '#functions/bank/reading/read-statement-file.ts';
  import { buffer } from 'node:stream/consumers';
  const bytes = new Uint8Array(await buffer(process.stdin));
  const before = process.resourceUsage().maxRSS;
  const read = await readStatementFile(bytes);
  const grownMegabytes = Math.round((process.resourceUsage().maxRSS - before) / 1_000);
  const rejection = read.ok ? undefined : read.rejection;
  const lineCount = read.ok ? read.value[0]?.statements[0]?.lines.length : undefined;
  console.log(JSON.stringify({ rejection, lineCount, grownMegabytes }));
`;

const toldSchema = z.object({
  rejection: z.string().optional(),
  lineCount: z.int().optional(),
  /** By how much its memory grew at the worst moment. */
  grownMegabytes: z.int(),
});

/** Reads a statement file in a process of its own, whose memory nothing else moves. */
export async function readAlone(bytes: Uint8Array): Promise<z.output<typeof toldSchema>> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  const ended = once(child, 'close');
  child.stdin.end(bytes);
  const told = toldSchema.parse(await json(child.stdout));
  await ended;
  return told;
}
