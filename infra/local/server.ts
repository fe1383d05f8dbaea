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

function stopOn(signal: NodeJS.Signals, portal: Portal): void {
  process.once(signal, () => {
    setTimeout(() => process.exit(1), 8_000).unref();
    portal.stop().then(() => process.exit(0), giveUp);
  });
}

if (process.argv.includes('--reset')) await rm(folder, { recursive: true, force: true });
const portal = await startPortal({ port, folder }).catch(giveUp);
stopOn('SIGINT', portal);
stopOn('SIGTERM', portal);
console.log(`Tirelire: ${portal.url}`);
