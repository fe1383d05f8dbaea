import tseslint from 'typescript-eslint';

const everywhere = [
  {
    selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier",
    message: "import * as z from 'zod': the other form bundles every language.",
  },
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
];

/** A plain space where French wants one that never ends a line. */
const loose = '/ (?:[:;?»]|!(?!important))|(?:«|[nN]°)[ \\n]/u';

const frenchSpaces = [
  `Literal[value=${loose}]`,
  `TemplateElement[value.cooked=${loose}]`,
  `JSXText[value=${loose}]`,
].map((selector) => ({
  selector,
  message: 'French spaces: \\u00A0 before : and inside « », after n°; \\u202F before ; ! ?',
}));

/** Typed lint: what pays in a ledger is an un-awaited promise that cannot pass. */
export default tseslint.config(
  { ignores: ['dist', 'cdk.out', '.local', 'pictures', '**/*.js', '**/*.mjs', '**/*.cjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-await': 'off',
      'no-control-regex': 'off',
      'no-console': 'error',
      // A branded number is still a number: `-amount` goes through `cents()` again.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      complexity: ['error', 15],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  {
    // A component is mostly markup: one reason to render, at most a hundred lines.
    files: ['web/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 100, skipBlankLines: true }] },
  },
  {
    // What people read, all of it French; not DynamoDB's `a = :a`, nor what `spaced` mends itself.
    files: ['web/src/**', 'functions/**', 'shared/**'],
    ignores: [
      'functions/stores/**',
      'functions/families/compose-mail.ts',
      'shared/domain/bank/reading/lcl.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...frenchSpaces] },
  },
  {
    files: ['infra/local/**', 'infra/build/**', 'test/bench/**', 'test/support/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      complexity: 'off',
      'no-console': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
    },
  },
  {
    files: ['*.config.ts', 'test/support/count-reporter.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
