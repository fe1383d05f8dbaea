import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = globSync('{functions,shared,infra,web}/**/*.{ts,tsx}');
const tests = globSync('test/**/*.{ts,tsx}');
const read = (path: string): string => readFileSync(path, 'utf8');

test('every rule cited in the code is in the register', () => {
  const register = read('docs/rules.md');
  const cited = sources.flatMap((path) =>
    [...read(path).matchAll(/Rules?: ([^\n.]*)/gu)].flatMap(([, rules = '']) =>
      [...rules.matchAll(/\b[A-Z]{3,}-\d+\b/gu)].map(([id]) => `${id} (${path})`),
    ),
  );
  expect(cited.filter((rule) => !register.includes(`## ${rule.split(' ')[0]} `))).toEqual([]);
});

test('every access pattern cited in the stores is in the data model', () => {
  const model = read('docs/data-model.md');
  const cited = sources
    .filter((path) => path.startsWith('functions/stores'))
    .flatMap((path) =>
      [...read(path).matchAll(/Access pattern (A\d+)/gu)].map(([, id = '']) => id),
    );
  expect(cited.length).toBeGreaterThan(10);
  expect(cited.filter((id) => !new RegExp(`\\| ${id} +\\|`, 'u').test(model))).toEqual([]);
});

test('no access pattern means two things', () => {
  const ids = [...read('docs/data-model.md').matchAll(/^\| (A\d+) +\|/gmu)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every refusal of the contract is met by some test', () => {
  const text = tests.map(read).join('\n');
  const names = [...read('shared/contract/refusals.ts').matchAll(/^ {2}'(\w+)',/gmu)].map(
    ([, name = '']) => name,
  );
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !text.includes(name))).toEqual([]);
});

test('there is no drawer where everything ends up', () => {
  const drawers = /(^|\/)(utils?|helpers?|common-utils|misc|services|models|types)(\/|\.tsx?$)/u;
  expect(sources.filter((path) => drawers.test(path))).toEqual([]);
});

test('files stay of a size one reads', () => {
  const long = [...sources, ...tests].filter((path) => read(path).split('\n').length > 420);
  expect(long).toEqual([]);
});

test('nothing was left half done', () => {
  const marks = /\b(TODO|FIXME|XXX|HACK)\b|\.only\(/u;
  expect(
    [...sources, ...tests].filter(
      (path) => !path.endsWith('tidy.test.ts') && marks.test(read(path)),
    ),
  ).toEqual([]);
});

test('demonstration secrets live only in infra/local', () => {
  const secret = /whsec_[A-Za-z0-9+/=]{16,}/u;
  expect(
    sources.filter((path) => !path.startsWith('infra/local/') && secret.test(read(path))),
  ).toEqual([]);
});

test('the documents that the README names exist', () => {
  const links = [...read('README.md').matchAll(/\]\((?!https?:)([^)#]+)/gu)].map(
    ([, path = '']) => path,
  );
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});
