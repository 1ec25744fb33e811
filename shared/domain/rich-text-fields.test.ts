import { expect, it } from 'vitest';
import { RichText } from '../records/rich-text.js';
import { plainToRichText } from './plain-to-rich-text.js';
import { appendField, templatesIn, usesField } from './rich-text-fields.js';

const DOCUMENT = RichText.parse({
  type: 'doc',
  content: [
    { type: 'heading', content: [{ type: 'text', text: '{company}' }] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
    { type: 'button', attrs: { href: 'https://example.com/{department}' }, content: [{ type: 'text', text: 'Go' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'our jobs', marks: [{ type: 'link', attrs: { href: 'https://example.com/{vacancy}' } }] },
      ],
    },
    { type: 'horizontalRule' },
  ],
});

it('finds a field wherever it stands, addresses included, by any of its names', () => {
  for (const field of ['company', 'department', 'vacancy-title']) expect(usesField(DOCUMENT, field)).toBe(true);
  expect(usesField(DOCUMENT, 'given-name')).toBe(false);
  expect(usesField(plainToRichText('Hi {Anna}'), 'Anna')).toBe(true);
});

it('puts a field into a paragraph of its own at the end', () => {
  const longer = appendField(plainToRichText('Hi\n\nBye'), 'company');
  expect(templatesIn(longer)).toEqual(['Hi', 'Bye', '{company}']);
  expect(RichText.parse(longer)).toEqual(longer);
});
