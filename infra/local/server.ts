import { rm } from 'node:fs/promises';
import { startPortal, type Portal } from './portal.ts';

const port = Number(process.env['PORT'] ?? '4100');
const folder = process.env['LOCAL_DATA'] ?? '.local';

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Says why the portal cannot start, in a sentence, and gives up. */
function giveUp(error: unknown): never {
  if (isPortTaken(error))
    console.error(
      `Le port ${port} est déjà utilisé : arrêtez l’autre programme, ou choisissez un port avec PORT=4101. (Port ${port} is already in use.)`,
    );
  else console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Ends everything this process started; by force when that takes too long. */
function leave(portal: Portal): void {
  setTimeout(() => process.exit(1), 8_000).unref();
  portal.stop().then(() => process.exit(0), giveUp);
}

/** Under `npm start`, leaves when npm is gone, even by kill -9: nobody else could stop us. */
function leaveWithNpm(portal: Portal): void {
  if (process.env['npm_lifecycle_event'] !== 'start') return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    leave(portal);
  }, 1_000);
  watch.unref();
}

if (process.argv.includes('--reset')) await rm(folder, { recursive: true, force: true });
const portal = await startPortal({ port, folder }).catch(giveUp);
process.once('SIGINT', () => leave(portal));
process.once('SIGTERM', () => leave(portal));
leaveWithNpm(portal);
console.log(`Tirelire: ${portal.url}`);
