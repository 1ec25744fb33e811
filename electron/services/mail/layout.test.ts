import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import shippedSource from '../../../resources/mail/layout.mjml?raw';
import { composeMail, type MailBlock, type MailLayout } from '../../../shared/domain/mail-layout.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import { compileMjml, createLayouts } from './layout.js';

const shipped = createLayouts();

async function layoutOf(language: (typeof LANGUAGES)[number]): Promise<MailLayout> {
  const layout = await shipped(language);
  if (!layout.ok) throw new Error(layout.detail);
  return layout.value;
}

const WORDS: MailBlock = { kind: 'words', html: '<p>Hi</p>' };
const BUTTON: MailBlock = { kind: 'button', address: 'https://example.com/', label: 'Answer' };
const DIVIDER: MailBlock = { kind: 'divider' };

describe('mail layout', () => {
  it.each(LANGUAGES)('is compiled for %s, with its language, in a few kilobytes', async (language) => {
    const html = composeMail(await layoutOf(language), [WORDS, BUTTON, DIVIDER]);
    expect(html.match(new RegExp(`lang="${language}"`, 'g'))).toHaveLength(2);
    expect(html).not.toMatch(/\{[a-z]+\}/);
    expect(html.length).toBeLessThan(6_000);
  });

  it('fetches nothing from anywhere and runs nothing', async () => {
    const html = composeMail(await layoutOf('en'), [WORDS, DIVIDER]);
    expect(html.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/1999/xhtml']);
    expect(html).not.toMatch(/<(script|link|img|iframe|object)\b|@import|url\(/i);
  });

  it('put together from its pieces is, byte for byte, what MJML makes of the whole mail', async () => {
    const layout = await layoutOf('nl');
    const [before = '', words = '', button = '', divider = '', after = ''] =
      shippedSource.split('<mj-raw>{cut}</mj-raw>');
    const block = fc.constantFrom('words', 'button', 'divider');
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (kinds) => {
        const apart = kinds.filter((kind, at) => kind !== 'words' || kinds[at - 1] !== 'words');
        const mjml = apart.map((kind) => (kind === 'words' ? words : kind === 'button' ? button : divider));
        const filled = [before, ...mjml, after]
          .join('')
          .replaceAll('{words}', '<p>Hi</p>')
          .replaceAll('{address}', 'https://example.com/')
          .replaceAll('{label}', 'Answer');
        const blocks = apart.map((kind) => (kind === 'words' ? WORDS : kind === 'button' ? BUTTON : DIVIDER));
        expect(composeMail(layout, blocks)).toBe(await compileMjml(filled, 'nl'));
      }),
      { numRuns: 25 },
    );
  });

  const cut = '<mj-raw>{cut}</mj-raw>';
  const whole = (inside: string) =>
    `<mjml><mj-body><mj-section><mj-column>${inside}</mj-column></mj-section></mj-body></mjml>`;
  const text = '<mj-text>{words}</mj-text>';
  const button = '<mj-button href="{address}">{label}</mj-button>';
  const divider = '<mj-divider />';

  it('takes another layout that has every piece', async () => {
    const source = whole([cut, text, cut, button, cut, divider, cut].join(''));
    expect(await createLayouts(source)('sv')).toMatchObject({ ok: true });
  });

  it.each([
    ['an unclosed tag', `<mjml><mj-body><mj-section><mj-column>${cut}<mj-text>{words}`],
    ['an unclosed tag in a piece', whole([cut, '<mj-text>{words}', cut, button, cut, divider, cut].join(''))],
    [
      'a slot that nobody sees',
      whole([cut, '<mj-text><!-- {words}</mj-text>', cut, button, cut, divider, cut].join('')),
    ],
    ['no slot', whole([cut, '<mj-text>Hi</mj-text>', cut, button, cut, divider, cut].join(''))],
    ['two slots', whole([cut, '<mj-text>{words}{words}</mj-text>', cut, button, cut, divider, cut].join(''))],
    ['a piece that is missing', whole([cut, text, cut, button, cut].join(''))],
    ['an empty piece', whole([cut, text, cut, button, cut, '', cut].join(''))],
    ['an unknown tag', whole([cut, text, cut, button, cut, '<mj-dividor />', cut].join(''))],
    ['no MJML at all', 'Hello {words}'],
  ])('never becomes an empty mail: %s is refused', async (_, source) => {
    expect(await createLayouts(source)('sv')).toMatchObject({ ok: false, code: 'mail/invalid-template' });
  });
});
