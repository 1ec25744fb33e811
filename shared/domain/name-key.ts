import { foldText } from '../lib/fold-text.js';
import type { Word } from './text-range.js';

/** Letters and digits; soft hyphens and joiners, which nobody sees, do not part a word. */
const WORD = /[\p{L}\p{M}\p{N}\p{Cf}]+/gu;

/**
 * What two ways of writing a name have in common: no case, no diacritics, nothing but letters and digits, and `å ä ö ø æ ĳ`
 * as their own letter, without their marks, or as two letters (`Åse`, `Ase`, `Aase`).
 */
export function nameKey(text: string): string {
  const plain = foldText(text.normalize('NFKC').replace(/\p{Cf}/gu, '')).replace(/[^\p{L}\p{N}]/gu, '');
  const key = plain.replace(/(a)[ae]|(o)e|(u)e/g, '$1$2$3').replaceAll('ij', 'y');
  return key.length > 1 ? key : plain; // `Aa` is not every `a`
}

export function wordsIn(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map((match) => {
    const [word] = match;
    return { text: word, start: match.index, end: match.index + word.length, key: nameKey(word) };
  });
}
