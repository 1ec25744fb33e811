import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogues } from '../shared/i18n/catalogues/index.js';
import { LANGUAGES, type Language } from '../shared/records/primitives.js';
import { ROOT } from './program.js';

const GLOSSARY = readFileSync(path.join(ROOT, 'docs', 'glossary.md'), 'utf8');
/** The glossary's columns, after the identifier in code. */
const COLUMNS: readonly (readonly [Language, number])[] = [
  ['en', 0],
  ['sv', 2],
  ['da', 3],
  ['nl', 4],
  ['nb', 5],
];

/** The cells of each row that names a key of the catalogues. */
function rowsWithKey(): readonly { readonly key: string; readonly cells: readonly string[] }[] {
  return GLOSSARY.split('\n').flatMap((line) => {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const key = /^`([a-z]+(?:\.[\w-]+)+)`$/.exec(cells[6] ?? '')?.[1];
    return key === undefined ? [] : [{ key, cells }];
  });
}

function wordOf(language: Language, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (words, part) =>
        typeof words === 'object' && words !== null
          ? Object.entries(words).find(([name]) => name === part)?.[1]
          : undefined,
      catalogues[language],
    );
}

describe('docs/glossary.md', () => {
  it('has the words of the catalogues, in all five languages', () => {
    const rows = rowsWithKey();
    expect(rows.length).toBeGreaterThan(50);
    expect(COLUMNS.map(([language]) => language).sort()).toEqual([...LANGUAGES].sort());
    for (const { key, cells } of rows) {
      expect([key, ...COLUMNS.map(([, column]) => cells[column])]).toEqual([
        key,
        ...COLUMNS.map(([language]) => wordOf(language, key)),
      ]);
    }
  });

  it('names files that are there', () => {
    const named = [...GLOSSARY.matchAll(/`((?:shared|electron|renderer|resources)\/[\w./-]+)`/g)].map(
      ([, file]) => file ?? '',
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });
});
