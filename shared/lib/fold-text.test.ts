import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.js';

describe('folded text', () => {
  it.each([
    ['Ångström', 'angstrom'],
    ['Sørbråten', 'sorbraten'],
    ['Kjær', 'kjaer'],
    ['  Linnéa   Åkerström ', 'linnea akerstrom'],
    ['Łukasz Groß', 'lukasz gross'],
    ['ĳsselmeer', 'ijsselmeer'],
  ])('finds %s as %s', (typed, folded) => {
    expect(foldText(typed)).toBe(folded);
  });
});
