import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RichText } from '../records/rich-text.js';
import { plainToRichText as rich } from './plain-to-rich-text.js';
import { templatesIn } from './rich-text-fields.js';
import { confirmLinkBox, hasConfirmLink, withConfirmLink } from './confirm-link.js';

const HAS = rich('Hej {given-name},\n\n{confirmlink}\n\nEva');
const LACKS = rich('Hej {given-name},\n\nEva');

describe('R70, R71, R72, R73 the tick box of the link', () => {
  // Every cell: the variants of the recipients' languages, what the recruiter chose, whether a mail goes.
  const VARIANTS = [
    ['R70 of a single language that has it', [HAS], false],
    ['R71 of a single language that lacks it', [LACKS], true],
    ['R72 of several languages that all have it', [HAS, HAS, HAS], false],
    ['R73 of several languages that all lack it', [LACKS, LACKS], true],
    ['R73, C1 of several languages, the first lacking it', [LACKS, HAS, HAS], true],
    ['R73, C1 of several languages, the last lacking it', [HAS, HAS, LACKS], true],
    ['C1 of nobody', [], false],
  ] as const;

  describe.each(VARIANTS)('%s', (_, variants, byDefault) => {
    it.each([
      ['untouched', null, byDefault],
      ['R74 ticked by the recruiter', true, true],
      ['R74 unticked by the recruiter', false, false],
    ] as const)('%s', (_name, chosen, ticked) => {
      expect(confirmLinkBox({ sendsEmail: true, chosen, variants })).toEqual({ ticked, disabled: false });
      expect(confirmLinkBox({ sendsEmail: false, chosen, variants })).toEqual({ ticked: false, disabled: true });
    });
  });

  it('C1 follows the contents while they are edited, until it is touched', () => {
    const box = (contents: RichText, chosen: boolean | null) =>
      confirmLinkBox({ sendsEmail: true, chosen, variants: [contents] }).ticked;
    expect([box(HAS, null), box(LACKS, null), box(HAS, null)]).toEqual([false, true, false]);
    expect([box(HAS, true), box(LACKS, true), box(LACKS, false)]).toEqual([true, true, false]);
  });
});

describe('the link in the contents', () => {
  it('R68 is there where the tag would be filled in, and nowhere else', () => {
    expect(hasConfirmLink(rich('a {confirmlink} b'))).toBe(true);
    expect(hasConfirmLink(rich('- a { confirmlink } b'))).toBe(true);
    for (const contents of ['confirmlink', '{{confirmlink}}', '{confirmlinks}', '{confirmlink']) {
      expect(hasConfirmLink(rich(contents))).toBe(false);
    }
  });

  it('R69 goes to the end of contents that lack it', () => {
    expect(templatesIn(withConfirmLink(rich('Hej'), true))).toEqual(['Hej', '{confirmlink}']);
  });

  it('R74 is never added a second time, nor where the box is not ticked, nor to nothing', () => {
    expect(withConfirmLink(HAS, true)).toBe(HAS);
    expect(withConfirmLink(LACKS, false)).toBe(LACKS);
    const nothing = rich(' \n');
    expect(withConfirmLink(nothing, true)).toBe(nothing);
  });

  const contents = fc
    .array(fc.oneof(fc.string(), fc.constantFrom('{confirmlink}', '{given-name}', '{', '}', '\n')))
    .map((parts) => rich(parts.join('')));

  it('R69, R74 whatever is typed: ticked means exactly one more link than there was, or none where there was one', () => {
    fc.assert(
      fc.property(fc.array(contents), fc.option(fc.boolean(), { nil: null }), (variants, chosen) => {
        const { ticked } = confirmLinkBox({ sendsEmail: true, chosen, variants });
        for (const variant of variants) {
          const sent = withConfirmLink(variant, ticked);
          const blank = templatesIn(variant).every((template) => template.trim() === '');
          if (!ticked || blank || hasConfirmLink(variant)) expect(sent).toBe(variant);
          else expect(templatesIn(sent)).toEqual([...templatesIn(variant), '{confirmlink}']);
          if (ticked && !blank) expect(hasConfirmLink(sent)).toBe(true);
        }
      }),
    );
  });
});
