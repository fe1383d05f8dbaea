import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#infra/local/dynamodb.ts';
import { startServer, type RunningPortal } from '#test/support/portal.ts';

/** A folder of its own with the demonstration as its first load left it. */
export async function demonstrationFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tirelire-'));
  await cp(process.env['PORTAL_AS_LOADED'] ?? '', folder, { recursive: true });
  return folder;
}

/** The portal as `npm start` runs it, on a port and in a folder of its own. */
export class PortalProcess {
  readonly url: string;
  /** Where its data is. */
  readonly folder: string;
  #running: RunningPortal | undefined;

  private constructor(port: number, folder: string) {
    this.url = `http://127.0.0.1:${port}`;
    this.folder = folder;
  }

  /** A portal of its own, with the demonstration data, on what `npm test` has built. */
  static async start(): Promise<PortalProcess> {
    const portal = new PortalProcess(await freePort(), await demonstrationFolder());
    await portal.run();
    return portal;
  }

  /** Starts on the data that is there, and waits until the portal says it is usable. */
  async run(): Promise<void> {
    this.#running = await startServer(Number(new URL(this.url).port), this.folder);
  }

  /** Ends the portal at once, in the middle of whatever it does, as a power cut would. */
  async kill(): Promise<void> {
    await this.#running?.stop('SIGKILL');
  }

  /** Stops the portal as Ctrl-C does, and forgets its data. */
  async stop(): Promise<void> {
    await this.#running?.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
