import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';
import * as z from 'zod';

const program = `
  import { readStatementFile } from '#functions/bank/reading/read-statement-file.ts';
  import { buffer } from 'node:stream/consumers';
  const sent = await buffer(process.stdin);
  const before = process.resourceUsage().maxRSS;
  const answers = [];
  for (let at = 0; at < sent.length; at += 4 + sent.readUInt32LE(at)) {
    const bytes = new Uint8Array(sent.subarray(at + 4, at + 4 + sent.readUInt32LE(at)));
    const read = await readStatementFile(bytes);
    const rejection = read.ok ? undefined : read.rejection;
    const lineCount = read.ok ? read.value[0]?.statements[0]?.lines.length : undefined;
    answers.push({ rejection, lineCount });
  }
  const grownMegabytes = Math.round((process.resourceUsage().maxRSS - before) / 1_000);
  console.log(JSON.stringify({ answers, grownMegabytes }));
`;

const toldSchema = z.object({
  answers: z.array(z.object({ rejection: z.string().optional(), lineCount: z.int().optional() })),
  /** By how much its memory grew at the worst moment. */
  grownMegabytes: z.int(),
});

const lengthOf = (file: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(file.byteLength);
  return length;
};

/** Reads statement files in a process of its own, whose memory nothing else moves. */
export async function readAlone(
  ...files: readonly Uint8Array[]
): Promise<z.output<typeof toldSchema>> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  const ended = once(child, 'close');
  child.stdin.end(Buffer.concat(files.flatMap((file) => [lengthOf(file), file])));
  const told = toldSchema.parse(await json(child.stdout));
  await ended;
  return told;
}
