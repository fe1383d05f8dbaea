import { buildAll } from '#infra/build/build.ts';

await buildAll();
await import('./server.ts');
