import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const IMPORT =
  /^\s*(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'".][^'"]*)['"]|\bimport\(\s*['"]([^'".][^'"]*)['"]/gm;

/**
 * Every package (with its subpath) that code in the browser imports. Vite prepares them before the first browser test: one
 * that it meets later makes it reload the page in the middle of a test, which fails on every machine's first run.
 */
export function rendererDependencies(root: string): string[] {
  const found = new Set(['react/jsx-dev-runtime', 'react/jsx-runtime']);
  for (const file of browserSources(root)) {
    for (const [, fromStatement, dynamic] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const name = fromStatement ?? dynamic ?? '';
      if (!/^(?:node:|vitest|virtual:)|\.css$|\?/.test(name)) found.add(name);
    }
  }
  return [...found].sort();
}

function browserSources(root: string): string[] {
  return ['renderer', 'shared'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/(?<!\.browser)\.test\.tsx?$/.test(name))
      .map((name) => path.join(root, folder, name)),
  );
}
