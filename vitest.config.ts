import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], options: Record<string, unknown> = {}) => ({
  test: { name, include, ...options },
});

export default defineConfig({
  test: {
    // One worker for each core: a third one was not quicker.
    maxWorkers: 2,
    projects: [
      // Only pages need a world of their own for each file; elsewhere it was half of the time.
      project('fast', ['test/{domain,contract,infra}/**/*.test.ts', 'test/*.test.ts'], {
        isolate: false,
        // Laws and builds: five seconds are short when the journeys share the machine.
        testTimeout: 30_000,
      }),
      {
        oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
        ...project('web', ['test/web/**/*.test.{ts,tsx}'], {
          environment: 'happy-dom',
          pool: 'vmThreads',
        }),
      },
      project('table', ['test/{stores,functions}/**/*.test.ts'], {
        globalSetup: 'test/support/dynamodb-setup.ts',
        isolate: false,
        testTimeout: 30_000,
        hookTimeout: 30_000,
      }),
      project('journeys', ['test/journeys/**/*.test.ts'], {
        globalSetup: 'test/support/portal-setup.ts',
        testTimeout: 180_000,
        hookTimeout: 120_000,
        // A second is short on a machine that does other work.
        expect: { poll: { timeout: 20_000 } },
      }),
    ],
    reporters: ['default', './test/support/count-reporter.ts'],
  },
});
