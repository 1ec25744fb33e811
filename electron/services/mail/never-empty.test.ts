import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import shippedSource from '../../../resources/mail/layout.mjml?raw';
import { composeMail, type MailLayout } from '../../../shared/domain/mail-layout.js';
import { renderContents } from '../../../shared/domain/message-text.js';
import { RichText } from '../../../shared/records/rich-text.js';
import { createLayouts } from './layout.js';

/** What could end, open or empty something if it ever came near MJML or stood in the page as it was typed. */
const HOSTILE = [
  '</mj-text>',
  '<mj-text>',
  '<mj-raw>{cut}</mj-raw>',
  '{cut}',
  '{words}',
  '{address}',
  '</mjml>',
  '<mj-include path="/etc/passwd" />',
  '<!--',
  '-->',
  ']]>',
  '</td></tr></table>',
  '<script>alert(1)</script>',
  '<style>*{display:none}</style>',
  '&lt;',
  '$&',
  '$1',
  '\\u0000',
  '"\'',
];
const WORD = 'Välkommen';

const words = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 8 })), {
  maxLength: 5,
});
const typed = words.map((parts) => `${WORD} ${parts.join('')}`);
const inline = typed.map((text) => [{ type: 'text', text }]);
const paragraph = inline.map((content) => ({ type: 'paragraph', content }));
const block = fc.oneof(
  paragraph,
  inline.map((content) => ({ type: 'heading', content })),
  paragraph.map((one) => ({ type: 'bulletList', content: [{ type: 'listItem', content: [one] }] })),
  inline.map((content) => ({ type: 'button', attrs: { href: 'https://example.com/' }, content })),
);
const documents = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => RichText.parse({ type: 'doc', content }));

async function layoutOf(source: string): Promise<MailLayout | null> {
  const layout = await createLayouts(source)('sv');
  return layout.ok ? layout.value : null;
}

/** What a mail program would show of it, roughly: what stands in no comment, no style and no tag. */
function visible(html: string): string {
  return html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<(style|script)\b[\s\S]*?(<\/\1>|$)/g, '')
    .replace(/<[a-z/][^>]*(>|$)/gi, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('a mail is never empty', () => {
  it('G-8 whatever is typed into it, it stands in the mail and changes nothing around it', async () => {
    const layout = await layoutOf(shippedSource);
    if (layout === null) throw new Error('the shipped layout is sound');
    const frame = (html: string): readonly string[] => html.match(/<\/?(?:html|body|table|style|script|img)\b/g) ?? [];
    fc.assert(
      fc.property(documents, (document) => {
        const { blocks, text } = renderContents(document, {});
        const html = composeMail(layout, blocks);
        const bare = blocks.map((one) => (one.kind === 'words' ? { ...one, html: '' } : { ...one, label: '' }));
        expect(html.startsWith(layout.before) && html.endsWith(layout.after)).toBe(true);
        expect(frame(html)).toEqual(frame(composeMail(layout, bare)));
        expect(text.split(WORD)).toHaveLength(document.content.length + 1);
        expect(visible(html).split(WORD)).toHaveLength(document.content.length + 1);
      }),
    );
  });

  it('G-8 a layout that is damaged anywhere is refused, or still shows what is written', async () => {
    const { blocks } = renderContents(
      RichText.parse({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: WORD }] }] }),
      {},
    );
    const place = fc.nat({ max: shippedSource.length });
    const damage = fc.oneof(
      fc
        .tuple(place, fc.nat({ max: 60 }))
        .map(([at, length]) => shippedSource.slice(0, at) + shippedSource.slice(at + length)),
      place.map((at) => shippedSource.slice(0, at)),
      fc
        .tuple(place, fc.constantFrom(...HOSTILE))
        .map(([at, junk]) => shippedSource.slice(0, at) + junk + shippedSource.slice(at)),
    );
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(damage, async (source) => {
        const layout = await layoutOf(source);
        if (layout === null) refused += 1;
        else expect(visible(composeMail(layout, blocks))).toContain(WORD);
      }),
      { numRuns: 150 },
    );
    expect(refused).toBeGreaterThan(0);
  }, 60_000);
});
