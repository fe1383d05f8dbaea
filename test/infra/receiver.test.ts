import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** Bundles as the product does; the answer is the size, and what is in it. */
async function bundleOf(contents: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    metafile: true,
    write: false,
  });
  return { bytes: outputFiles[0]?.contents.length ?? 0, inputs: Object.keys(metafile.inputs) };
}

test('the receiver of webhooks is little more than the client of the table', async () => {
  const [receiver, client] = await Promise.all([
    bundleOf("export * from '#functions/payments/webhook.ts';"),
    bundleOf("export * from '#functions/stores/table.ts';"),
  ]);
  expect(receiver.inputs.filter((path) => path.includes('node_modules/zod/'))).toEqual([]);
  expect(receiver.bytes / client.bytes).toBeLessThanOrEqual(1.2);
});
