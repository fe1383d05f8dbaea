import { readdirSync, rmSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

const entryNames = new Set(['handler.ts', 'worker.ts', 'scheduled.ts', 'webhook.ts']);

/** `ledger-handler` → `functions/ledger/handler.ts`, for every entry point there is. */
const entryPoints = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync('functions', { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && entryNames.has(file.name))
      .map((file) => {
        const area = basename(file.parentPath);
        return [`${area}-${basename(file.name, '.ts')}`, join(file.parentPath, file.name)];
      }),
  );

/** Bundles every function into `dist/functions/<name>/index.mjs`: the bytes that run everywhere. */
export async function buildFunctions(): Promise<readonly string[]> {
  const points = entryPoints();
  rmSync('dist/functions', { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: Object.entries(points).map(([name, path]) => ({ in: path, out: `${name}/index` })),
    outdir: 'dist/functions',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    metafile: true,
    legalComments: 'none',
    loader: { '.ttf': 'copy' },
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); import { fileURLToPath as __fileURLToPath } from 'node:url'; import { dirname as __dirnameOf } from 'node:path'; const __filename = __fileURLToPath(import.meta.url); const __dirname = __dirnameOf(__filename);",
    },
  });
  const printing = Object.entries(metafile.outputs)
    .filter(([, { inputs }]) => Object.keys(inputs).some((path) => path.includes('/pdfkit/')))
    .map(([path]) => dirname(path));
  await Promise.all(printing.map(copyPrintingFiles));
  return Object.keys(points);
}

const fonts = [
  '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
];

/** What a function that prints reads beside itself: the colour profile of PDF/A and the fonts. */
async function copyPrintingFiles(folder: string): Promise<void> {
  await mkdir(join(folder, 'data'), { recursive: true });
  await copyFile(
    'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc',
    join(folder, 'data/sRGB_IEC61966_2_1.icc'),
  );
  await Promise.all(
    fonts.map((font) =>
      copyFile(
        join('node_modules/@expo-google-fonts/atkinson-hyperlegible-next', font),
        join(folder, 'data', basename(font)),
      ),
    ),
  );
}

if (import.meta.main) await buildFunctions();
