import { cpSync } from 'node:fs';
import path from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { build, type Plugin } from 'vite';
import { ROOT } from '../../scripts/program.js';

/** Stands before what was added; neither is seen nor heard. */
export const TRANSLATED = '\u200b';

/**
 * The program with a third more room needed by every word of the catalogue, in a folder like `out/`: what a screen cuts off here, it cuts off
 * in the longest language. What is added is blank, so that words are still found by their English names.
 */
export async function buildPseudoLocale(folder: string): Promise<void> {
  await build({
    configFile: path.join(ROOT, 'vite.renderer.config.ts'),
    mode: 'production',
    logLevel: 'warn',
    plugins: [longerWords()],
    build: { outDir: path.join(folder, 'renderer') },
  });
  cpSync(path.join(ROOT, 'out', 'web-host'), path.join(folder, 'web-host'), { recursive: true });
  cpSync(path.join(ROOT, 'package.json'), path.join(folder, '..', 'package.json'));
}

function longerWords(): Plugin {
  return {
    name: 'longer-words',
    enforce: 'pre',
    transform(code, id) {
      // The texts of mails are no words of the screen.
      if (!/\/catalogues\/en\/(?!mail)[\w-]+\.json$/.test(id)) return null;
      return { code: JSON.stringify(JSON.parse(code, (_key, value: unknown) => longer(value))), map: null };
    },
  };
}

/** A word or an ICU message, each of its readings a third longer; anything else as it is. */
export function longer(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const additions = readings(parse(value, { captureLocation: true }), value.length);
  return additions
    .toSorted((one, other) => other.at - one.at)
    .reduce((text, { at, letters }) => text.slice(0, at) + blank(letters) + text.slice(at), value);
}

interface Addition {
  readonly at: number;
  readonly letters: number;
}

/** Where each sequence of words ends, and how long its own words are. */
function readings(elements: readonly MessageFormatElement[], end: number): readonly Addition[] {
  const letters = elements.reduce((sum, one) => sum + (one.type === TYPE.literal ? one.value.trim().length : 0), 0);
  const inside = elements.flatMap((element) =>
    element.type === TYPE.plural || element.type === TYPE.select
      ? Object.values(element.options).flatMap(({ value, location }) =>
          readings(value, (location?.end.offset ?? end) - 1),
        )
      : [],
  );
  return letters > 0 ? [...inside, { at: end, letters }] : inside;
}

/** As wide as a third of so many letters, and free to go to the next line in between. */
function blank(letters: number): string {
  const spaces = Math.ceil(letters * 0.65);
  return Array.from({ length: Math.ceil(spaces / 6) }, (_, group) =>
    TRANSLATED.concat('\u00a0'.repeat(Math.min(6, spaces - group * 6))),
  ).join('');
}
