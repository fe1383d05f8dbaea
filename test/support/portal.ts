import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A server of the portal in a process of its own, as `npm start` runs it. */
export interface RunningPortal {
  readonly url: string;
  readonly child: ChildProcess;
  /** Ends it as Ctrl-C does, and waits for its end. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

const startMs = 240_000;

/** Starts the server on a port with its data in a folder; throws with what it said if it ends. */
export async function startServer(port: number, folder: string): Promise<RunningPortal> {
  const child = spawn(process.execPath, ['infra/local/server.ts'], {
    env: { ...process.env, PORT: String(port), LOCAL_DATA: folder, npm_lifecycle_event: 'test' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready in time: ${said}`)), startMs);
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, found] = /^Tirelire: (\S+)$/mu.exec(said) ?? [];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code}: ${said}`));
    });
  });
  const stop = async (signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    }
    return child.exitCode;
  };
  return { url, child, stop };
}
