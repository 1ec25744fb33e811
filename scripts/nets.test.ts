import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedFolder, plant } from './planted-folder.js';
import { programOf, ROOT, runNode } from './program.js';

/** What each project refuses to compile, and what all of them take. */
const UNCOMPILABLE: readonly (readonly [project: string, source: string, code: number])[] = [
  ['shared', 'document.title;', 2584],
  ['shared', 'process.exit();', 2591],
  ['shared', "import { readFileSync } from 'node:fs';\nreadFileSync('x');", 2591],
  ['shared', 'new Buffer();', 2591],
  ['renderer', "import { readFileSync } from 'node:fs';\nreadFileSync('x');", 2591],
  ['electron', 'document.title;', 2584],
];
const HARMLESS = 'export const one: number = 1;';

describe('the first net, the compiler', () => {
  const found = new Map(['shared', 'renderer', 'electron'].map((project) => [project, compile(project)]));

  it.each(UNCOMPILABLE)('refuses in %s: %s', (project, source, code) => {
    expect(found.get(project)?.get(source)).toContain(code);
  });

  it.each([...found])('accepts a harmless file in %s', (_, codes) => {
    expect(codes.get(HARMLESS)).toEqual([]);
  });
});

/** The errors' codes of each source that is planted in a project; all are one program, and none is written. */
function compile(project: string): Map<string, number[]> {
  const folder = path.join(ROOT, project);
  const { config } = ts.readConfigFile(path.join(folder, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ['none.ts'] }, ts.sys, folder);
  const sources = [HARMLESS, ...UNCOMPILABLE.filter(([where]) => where === project).map(([, source]) => source)];
  const planted = new Map(sources.map((source, at) => [path.join(folder, `planted-${at}.ts`), source]));
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([...planted.keys()], options, {
    ...host,
    fileExists: (file) => planted.has(file) || host.fileExists(file),
    getSourceFile: (file, ...rest) => {
      const source = planted.get(file);
      return source === undefined
        ? host.getSourceFile(file, ...rest)
        : ts.createSourceFile(file, source, ts.ScriptTarget.ES2023);
    },
  });
  const codesOf = (name: string): number[] => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ code }) => code);
  };
  return new Map([...planted].map(([name, source]) => [source, codesOf(name)]));
}

/** One violation for each rule of the layers; `to` is written as an empty module. */
const PLANTED: Record<string, { from: string; source: string; to: readonly string[] }> = {
  'no-cycles': { from: 'shared/lib/a.ts', source: "import './b.js';", to: [] },
  'no-unresolvable': { from: 'shared/lib/lost.ts', source: "import './nowhere.js';", to: [] },
  'shared-lib': { from: 'shared/lib/up.ts', source: "import '../records/x.js';", to: ['shared/records/x.ts'] },
  'shared-records': { from: 'shared/records/up.ts', source: "import '../domain/x.js';", to: ['shared/domain/x.ts'] },
  'shared-rules': { from: 'shared/domain/words.ts', source: "import '../i18n/x.js';", to: ['shared/i18n/x.ts'] },
  'shared-rules-take-types-of-records': {
    from: 'shared/changes/parse.ts',
    source: "import { one } from '../records/x.js';\nexport const two = one;",
    to: [],
  },
  'shared-domain-has-no-library': { from: 'shared/domain/schema.ts', source: "import 'zod';", to: [] },
  'shared-borders': { from: 'shared/host/react.ts', source: "import 'react';", to: [] },
  'shared-testing': { from: 'shared/testing/react.ts', source: "import 'react';", to: [] },
  'testing-is-for-tests': {
    from: 'shared/lib/fake.ts',
    source: "import '../testing/x.js';",
    to: ['shared/testing/x.ts'],
  },
  'shared-stays-in-shared': {
    from: 'shared/lib/out.ts',
    source: "import '../../renderer/x.js';",
    to: ['renderer/x.ts'],
  },
  'electron-only-in-main-and-preload': { from: 'electron/services/e.ts', source: "import 'electron';", to: [] },
  'services-know-no-host': {
    from: 'electron/services/m.ts',
    source: "import '../main/x.js';",
    to: ['electron/main/x.ts'],
  },
  'main-is-one-host': {
    from: 'electron/main/w.ts',
    source: "import '../web-host/x.js';",
    to: ['electron/web-host/x.ts'],
  },
  'web-host-is-one-host': { from: 'electron/web-host/m.ts', source: "import '../main/x.js';", to: [] },
  preload: { from: 'electron/preload/s.ts', source: "import '../services/x.js';", to: ['electron/services/x.ts'] },
  'preload-takes-types': {
    from: 'electron/preload/c.ts',
    source: "import { one } from '../../shared/host/x.js';\nexport const two = one;",
    to: ['shared/host/x.ts'],
  },
  'renderer-has-no-node': { from: 'renderer/app/n.ts', source: "import 'node:fs';", to: [] },
  'renderer-stays-in-renderer': { from: 'renderer/app/s.ts', source: "import '../../electron/services/x.js';", to: [] },
  'dexie-only-in-data': { from: 'renderer/engine/d.ts', source: "import 'dexie';", to: [] },
  'data-knows-no-screen': { from: 'renderer/data/u.ts', source: "import '../ui/x.js';", to: ['renderer/ui/x.ts'] },
  'engine-knows-data': { from: 'renderer/engine/r.ts', source: "import 'react';", to: [] },
  'features-know-no-feature': {
    from: 'renderer/features/home/f.ts',
    source: "import type { one } from '../outbox/x.js';\nexport type Two = typeof one;",
    to: ['renderer/features/outbox/x.ts'],
  },
  'features-stay-in-their-layer': {
    from: 'renderer/features/home/e.ts',
    source: "import '../../engine/x.js';",
    to: ['renderer/engine/x.ts'],
  },
  'ui-is-presentational': { from: 'renderer/ui/d.ts', source: "import '../data/x.js';", to: ['renderer/data/x.ts'] },
  'state-is-screen-state': { from: 'renderer/state/d.ts', source: "import '../data/x.js';", to: [] },
  server: { from: 'server/e.ts', source: "import '../electron/services/x.js';", to: [] },
  'server-runs-alone': { from: 'renderer/data/v.ts', source: "import '../../server/x.js';", to: ['server/x.ts'] },
  'migrations-are-frozen': { from: 'renderer/data/migrations/m.ts', source: "import '../x.js';", to: [] },
  'tools-are-no-program': { from: 'renderer/app/t.ts', source: "import '../../scripts/x.js';", to: ['scripts/x.ts'] },
};

const PARTS = ['shared', 'electron', 'renderer', 'server'] as const;

describe('the second net, the layers', () => {
  let folder = '';
  let found: { rule: string; from: string }[] = [];

  beforeAll(async () => {
    folder = plantedFolder('.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json');
    plant(folder, 'shared/lib/b.ts', "import './a.js';");
    for (const { from, source, to } of Object.values(PLANTED)) {
      plant(folder, from, source);
      for (const file of to) plant(folder, file, 'export const one = 1;');
    }
    const cruise = await runNode(
      programOf('dependency-cruiser', 'depcruise'),
      ['--config', '.dependency-cruiser.cjs', '--no-cache', '--output-type', 'json', ...PARTS],
      { folder },
    );
    const report = JSON.parse(cruise.output) as {
      summary: { violations: { from: string; rule: { name: string } }[] };
    };
    found = report.summary.violations.map(({ from, rule }) => ({ rule: rule.name, from }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(Object.entries(PLANTED))('catches what is planted against %s', (rule, { from }) => {
    expect(found).toContainEqual({ rule, from });
  });

  it('has something planted against each of its rules', () => {
    const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
      forbidden: { name: string }[];
    };
    expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTED).sort());
  });

  it('lets harmless modules be', () => {
    expect(found.filter(({ from }) => from.endsWith('/x.ts'))).toEqual([]);
  });
});

describe('the third net, the linter of what needs no types', () => {
  const eslint = new ESLint({ cwd: ROOT });

  it.each([
    ['shared/domain/progress-action.ts', 'export const now = Date.now();', 'no-restricted-globals'],
    ['shared/changes/clock.ts', 'export const now = new Date();', 'no-restricted-globals'],
    ['shared/domain/progress-action.ts', 'export const x = Math.random();', 'no-restricted-properties'],
    ['shared/domain/progress-action.ts', "void fetch('x');", 'no-restricted-globals'],
    ['shared/domain/progress-action.ts', 'setTimeout(() => 1, 1);', 'no-restricted-globals'],
    ['shared/domain/progress-action.ts', 'crypto.randomUUID();', 'no-restricted-globals'],
    [
      'electron/services/ports.ts',
      "import { ipcMain } from 'electron';\nipcMain.on('x', () => 1);",
      'no-restricted-imports',
    ],
    [
      'electron/services/ports.ts',
      "import { shell } from 'electron';\nvoid shell.openPath('x');",
      'no-restricted-imports',
    ],
    ['electron/services/ports.ts', "import { exec } from 'node:child_process';\nexec('x');", 'no-restricted-imports'],
    ['electron/services/ports.ts', 'export const w = new BrowserWindow();', 'no-restricted-syntax'],
    ['electron/services/ports.ts', 'export const o = { rejectUnauthorized: false };', 'no-restricted-syntax'],
    ['renderer/data/database.ts', "document.body.innerHTML = 'x';", 'no-restricted-syntax'],
    ['renderer/data/database.ts', 'export const h = window.host;', 'no-restricted-syntax'],
    ['renderer/data/database.ts', "eval('1');", 'no-eval'],
    ['renderer/data/database.ts', "export const f = new Function('1');", 'no-new-func'],
    ['renderer/data/database.ts', "console.log('a name');", 'no-console'],
    ['renderer/data/database.ts', 'export default 1;', 'no-restricted-exports'],
    ['renderer/data/database.ts', 'export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
    ['renderer/data/database.ts', '\n'.repeat(301), 'max-lines'],
  ])('refuses in %s: %s', async (file, source, rule) => {
    expect(await lint(file, source)).toContain(rule);
  });

  it('refuses markup from text, and a picture without words, in a component', async () => {
    const source =
      "export const a = <p dangerouslySetInnerHTML={{ __html: 'x' }} />;\nexport const b = <img src='x' />;";
    const rules = await lint('renderer/main.tsx', source);
    expect(rules).toContain('no-restricted-syntax');
    expect(rules).toContain('jsx-a11y/alt-text');
  });

  async function lint(file: string, source: string): Promise<(string | null)[]> {
    const [result] = await eslint.lintText(source, { filePath: path.join(ROOT, file) });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  }
});
