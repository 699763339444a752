// Type-aware lint; warnings are errors (`--max-warnings 0`). The layer table below is ARCHITECTURE.md's picture of who may
// import whom, in executable form.
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * What a folder must not import, and why. `internal` are patterns of relative imports.
 * @type {readonly { files: string, internal: readonly string[], external: readonly string[], regex?: string, why: string }[]}
 */
const layers = [
  {
    files: 'src/core/**/*.ts',
    internal: ['**/node/**', '**/server/**', '**/cli/**', '**/extension/**'],
    external: ['vscode', 'vscode-*', 'node:*', 'csv-parse*', 'jszip', 'ssh2*', 'jsonc-parser'],
    why: 'core is pure: no editor, no I/O, no packages',
  },
  {
    files: 'src/core/text/**/*.ts',
    internal: [
      '**/csv/**',
      '**/spec/**',
      '**/model/**',
      '**/rules/**',
      '**/features/**',
      '**/delivery/**',
      '**/config/**',
    ],
    external: [],
    why: 'text knows nothing but bytes and offsets',
  },
  {
    files: 'src/core/csv/**/*.ts',
    internal: [
      '**/spec/**',
      '**/model/**',
      '**/rules/**',
      '**/features/**',
      '**/delivery/**',
      '**/config/**',
    ],
    external: [],
    why: 'csv knows text only',
  },
  {
    files: 'src/core/spec/**/*.ts',
    internal: ['**/csv/**', '**/model/**', '**/rules/**', '**/features/**', '**/delivery/**', '**/config/**'],
    external: [],
    why: 'facts do not know the files they describe',
  },
  {
    files: 'src/core/config/**/*.ts',
    internal: ['**/csv/**', '**/model/**', '**/rules/**', '**/features/**', '**/delivery/plan-*'],
    external: [],
    why: 'a configuration knows facts and targets, not the files of a roster',
  },
  {
    files: 'src/core/model/**/*.ts',
    internal: ['**/rules/**', '**/features/**', '**/delivery/**'],
    external: [],
    why: 'the model is what rules and features look at',
  },
  {
    files: 'src/core/rules/*.ts',
    internal: ['**/features/**', '**/delivery/**'],
    external: [],
    regex: '^\\./(?!engine/|shared/)',
    why: 'a rule imports no other rule',
  },
  {
    files: 'src/node/**/*.ts',
    internal: ['**/server/**', '**/cli/**', '**/extension/**'],
    external: ['vscode', 'vscode-*'],
    why: 'node serves all faces and knows none',
  },
  {
    files: 'src/server/**/*.ts',
    internal: ['**/cli/**', '**/extension/**'],
    external: ['vscode', 'vscode-languageclient*'],
    why: 'the server runs in other editors too',
  },
  {
    files: 'src/cli/**/*.ts',
    internal: ['**/server/**', '**/extension/**'],
    external: ['vscode', 'vscode-*'],
    why: 'the command line runs without an editor',
  },
  {
    files: 'src/extension/**/*.ts',
    internal: ['**/cli/**', '**/server/**'],
    external: ['node:fs*'],
    why: 'the extension talks to the server by protocol and leaves files to node',
  },
];

/**
 * A later entry replaces an earlier one for the same file, so a folder's patterns include those of the layer round it.
 * @param {string} files
 */
function patternsFor(files) {
  return layers
    .filter((layer) => files.startsWith(layer.files.replace(/\*\*.*$/, '')))
    .flatMap(({ internal, external, regex, why }) => {
      const message = `Layers: ${why}.`;
      const group = { group: [...internal, ...external], message };
      return regex === undefined ? [group] : [group, { regex, message }];
    });
}

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.cache/', 'node_modules/', '**/*.generated.ts', 'src/kernel/'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'Program > VariableDeclaration[kind="let"]', message: 'No mutable state in a file.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
    },
  },
  ...layers.map(({ files }) => ({
    files: [files],
    rules: { 'no-restricted-imports': ['error', { patterns: patternsFor(files) }] },
  })),
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/require-await': 'off' },
  },
);
