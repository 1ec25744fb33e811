import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The third net, for what is no import: hidden clocks and randomness in the rules, Electron's raw doors, markup and code made
 * from text. The first net is the compiler (one tsconfig for each environment), the second `.dependency-cruiser.cjs`.
 */

const TESTS = ['**/*.test.{ts,tsx}', '**/testing/**', 'e2e/**/*.e2e.ts'];

/** What makes a rule depend on the moment or the machine: in shared/domain and shared/changes all of it is an argument. */
const HIDDEN_INPUTS = [
  'Date',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'crypto',
  'performance',
  'console',
  'globalThis',
].map((name) => ({ name, message: 'A rule takes clock, randomness and I/O as arguments.' }));

const HIDDEN_PROPERTIES = [
  { object: 'Math', property: 'random', message: 'A rule takes randomness as an argument.' },
  { object: 'Temporal', property: 'Now', message: 'A rule takes the clock as an argument.' },
];

/** Code and markup made from text. */
const TEXT_THAT_RUNS = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Markup is never made from text: the mail preview has its own page (security.md 10).',
  },
  {
    selector: 'JSXAttribute[name.name=/^(dangerouslySetInnerHTML|srcDoc)$/]',
    message: 'Markup is never made from text: the mail preview has its own page (security.md 10).',
  },
  {
    selector: "CallExpression[callee.property.name='write'][callee.object.name='document']",
    message: 'Markup is never made from text.',
  },
];

/** Windows are made in one place, with one set of options. */
const WINDOWS = [
  {
    selector: 'NewExpression[callee.name=/^(BrowserWindow|BaseWindow|WebContentsView|BrowserView)$/]',
    message: 'Windows are made in electron/main/window.ts only.',
  },
];

const LOOSENED_SECURITY = [
  {
    selector:
      'Property[key.name=/^(rejectUnauthorized|webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures)$/]',
    message: 'This loosens a check of the platform; none of ours needs it.',
  },
];

const HOST_DOORS = [
  {
    selector: "MemberExpression[property.name='host'][object.name=/^(window|globalThis|self)$/]",
    message: 'Only renderer/data/connect-host.ts knows the bridge.',
  },
];

const RAW_CHANNELS = ['ipcMain', 'ipcRenderer', 'MessageChannelMain'];

/** Who may take what: raw channels, the shell and child processes only where they are guarded. */
function guardedImports(...allowed) {
  const guarded = (names) => names.filter((name) => !allowed.includes(name));
  return [
    'error',
    {
      paths: [
        {
          name: 'electron',
          importNames: guarded([...RAW_CHANNELS, 'shell']),
          message: 'Raw channels: ipc-host.ts and the preload. The shell: external-links.ts.',
        },
        ...guarded(['node:child_process', 'child_process', 'node:vm', 'vm']).map((name) => ({
          name,
          message: 'Starts code that nobody checked.',
        })),
      ],
    },
  ];
}

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'test-results/', 'playwright-report/', 'node_modules/', 'docs/']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    // What needs types is oxlint's (`.oxlintrc.json`).
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx,js,cjs}'],
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...TEXT_THAT_RUNS, ...WINDOWS, ...LOOSENED_SECURITY, ...HOST_DOORS],
    },
  },
  {
    files: ['{shared,electron,renderer,server}/**/*.{ts,tsx}'],
    rules: { 'no-console': 'error' },
  },
  {
    // Named exports only: one thing has one name. Configuration files are what their tools ask for.
    files: ['{shared,electron,renderer,server,scripts,e2e,bench}/**/*.{ts,tsx}'],
    ignores: ['**/*.d.ts'],
    rules: {
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } },
      ],
    },
  },
  {
    files: ['shared/{domain,changes}/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': ['error', ...HIDDEN_INPUTS],
      'no-restricted-properties': ['error', ...HIDDEN_PROPERTIES],
    },
  },
  {
    files: ['electron/**/*.ts'],
    ignores: ['electron/main/{ipc-host,external-links}.ts', 'electron/preload/**', ...TESTS],
    languageOptions: { globals: globals.node },
    rules: { 'no-restricted-imports': guardedImports() },
  },
  { files: ['electron/main/ipc-host.ts'], rules: { 'no-restricted-imports': guardedImports('ipcMain') } },
  { files: ['electron/main/external-links.ts'], rules: { 'no-restricted-imports': guardedImports('shell') } },
  { files: ['electron/preload/**/*.ts'], rules: { 'no-restricted-imports': guardedImports('ipcRenderer') } },
  {
    files: ['electron/main/window.ts'],
    rules: { 'no-restricted-syntax': ['error', ...TEXT_THAT_RUNS, ...LOOSENED_SECURITY] },
  },
  {
    // Opens a browser, with arguments of its own and never through a command line.
    files: ['electron/web-host/browser-window.ts', 'electron/web-host/open-outside.ts'],
    rules: { 'no-restricted-imports': guardedImports('node:child_process') },
  },
  {
    files: ['renderer/data/connect-host.ts'],
    rules: { 'no-restricted-syntax': ['error', ...TEXT_THAT_RUNS] },
  },
  {
    // Markup takes more lines than statements.
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.strict],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    // Its other rules ask React's compiler, and are oxlint's.
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['server/**/*.ts', 'scripts/**/*.ts', 'e2e/**/*.ts', 'bench/**/*.ts', '*.{ts,js,cjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: globals.node, sourceType: 'commonjs' },
  },
);
