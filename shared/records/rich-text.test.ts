import { describe, expect, it } from 'vitest';
import { RichText } from './rich-text.js';

const document = (...content: unknown[]) => ({ type: 'doc', content });
const linked = (href: string) =>
  document({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] }] });

describe('rich text', () => {
  it('takes what the editor writes and keeps only what a mail has', () => {
    const written = document({
      type: 'heading',
      attrs: { level: 2 },
      content: [
        {
          type: 'text',
          text: 'Hi',
          marks: [{ type: 'link', attrs: { href: 'https://example.com/', target: '_blank' } }, { type: 'bold' }],
        },
      ],
    });
    expect(RichText.parse(written)).toEqual(
      document({
        type: 'heading',
        content: [
          {
            type: 'text',
            text: 'Hi',
            marks: [{ type: 'link', attrs: { href: 'https://example.com/' } }, { type: 'bold' }],
          },
        ],
      }),
    );
    expect(RichText.parse(document({ type: 'paragraph' }))).toEqual(document({ type: 'paragraph', content: [] }));
  });

  it.each([
    ['an image', document({ type: 'image', attrs: { src: 'https://example.com/a.png' } })],
    ['a table', document({ type: 'table', content: [] })],
    [
      'a list within a list',
      document({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'bulletList' }] }] }),
    ],
    [
      'an unknown mark',
      document({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'code' }] }] }),
    ],
    ['a script as a link', linked('javascript:alert(1)')],
    ['a page that is not secured', linked('http://example.com/')],
    ['a link with a quotation mark', linked('https://example.com/"onclick=')],
    ['a link with a line end', linked('https://example.com/\nhttps://example.com/')],
  ])('refuses %s', (_, value) => {
    expect(RichText.safeParse(value).success).toBe(false);
  });

  it('lets merge fields stand in a link', () => {
    expect(RichText.safeParse(linked('https://example.com/{vacancy-ref-number}')).success).toBe(true);
  });
});
