import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const besideBundle = join(import.meta.dirname, 'data');
const inPackage = 'node_modules/@expo-google-fonts/atkinson-hyperlegible-next';

/** In Lambda the fonts are copied beside the bundle; from the sources they are in their package. */
const fontPath = (folder: string, file: string): string => {
  const beside = join(besideBundle, file);
  return existsSync(beside) ? beside : join(import.meta.dirname, '../..', inPackage, folder, file);
};

let regular: Buffer | undefined;
let bold: Buffer | undefined;

/** Atkinson Hyperlegible Next, regular and bold, read once. */
export const fonts = () => ({
  regular: (regular ??= readFileSync(
    fontPath('400Regular', 'AtkinsonHyperlegibleNext_400Regular.ttf'),
  )),
  bold: (bold ??= readFileSync(fontPath('700Bold', 'AtkinsonHyperlegibleNext_700Bold.ttf'))),
});
