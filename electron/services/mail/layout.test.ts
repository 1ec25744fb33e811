import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import { createLayouts } from './layout.js';

const shipped = createLayouts();

describe('mail layout', () => {
  it.each(LANGUAGES)('is compiled for %s, with its language and one slot, in a few kilobytes', async (language) => {
    const layout = await shipped(language);
    expect(layout.ok).toBe(true);
    const html = layout.ok ? layout.value : '';
    expect(html.match(new RegExp(`lang="${language}"`, 'g'))).toHaveLength(2);
    expect(html.match(/\{[a-z]+\}/g)).toEqual(['{contents}']);
    expect(html.length).toBeLessThan(4_000);
  });

  it('fetches nothing from anywhere and runs nothing', async () => {
    const layout = await shipped('en');
    const html = layout.ok ? layout.value : '';
    expect(html.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/1999/xhtml']);
    expect(html).not.toMatch(/<(script|link|img|iframe|object)\b|@import|url\(/i);
  });

  it.each([
    ['an unclosed tag', '<mjml><mj-body><mj-section><mj-column><mj-text>{contents}'],
    [
      'no slot',
      '<mjml><mj-body><mj-section><mj-column><mj-text>Hi</mj-text></mj-column></mj-section></mj-body></mjml>',
    ],
    ['an unknown tag', '<mjml><mj-body><mj-sektion>{contents}</mj-sektion></mj-body></mjml>'],
    ['no MJML at all', 'Hello {contents}'],
    [
      'two slots',
      '<mjml><mj-body><mj-section><mj-column><mj-text>{contents}{contents}</mj-text></mj-column></mj-section></mj-body></mjml>',
    ],
  ])('refuses a template with %s', async (_, source) => {
    expect(await createLayouts(source)('sv')).toMatchObject({ ok: false, code: 'mail/invalid-template' });
  });
});
