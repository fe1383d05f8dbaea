import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#infra/local/dynamodb.ts';

const startMs = 120_000;

/** The portal as `npm start` runs it, on a port and in a folder of its own. */
export class PortalProcess {
  readonly url: string;
  readonly folder: string;
  #child: ChildProcess | undefined;

  private constructor(port: number, folder: string) {
    this.url = `http://127.0.0.1:${port}`;
    this.folder = folder;
  }

  /** A portal of its own, with the demonstration data, on what `npm test` has built. */
  static async start(): Promise<PortalProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'tirelire-'));
    const portal = new PortalProcess(await freePort(), folder);
    await portal.run();
    return portal;
  }

  /** Starts on the data that is there, and waits until the portal says it is usable. */
  async run(): Promise<void> {
    const child = spawn('node', ['infra/local/server.ts'], {
      env: {
        ...process.env,
        PORT: new URL(this.url).port,
        LOCAL_DATA: this.folder,
        AWS_ENDPOINT_URL_DYNAMODB: '',
        AWS_ENDPOINT_URL_S3: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let said = '';
    const usable = new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer): void => {
        said += chunk.toString();
        if (said.includes(`Tirelire: ${this.url}`)) resolve();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => reject(new Error(`the portal ended: ${said.slice(-2000)}`)));
      setTimeout(
        () => reject(new Error(`the portal is not usable: ${said.slice(-2000)}`)),
        startMs,
      ).unref();
    });
    await usable;
  }

  /** Ends the portal at once, in the middle of whatever it does, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Stops the portal as Ctrl-C does, and forgets its data. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
