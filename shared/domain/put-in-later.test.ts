import { describe, expect, it } from 'vitest';
import { fillLogin, MY_PAGE_LINK, PASSWORD_TAG } from './login-mail.js';
import { composeMail } from './mail-layout.js';
import { renderContents, type FieldLinks } from './message-text.js';
import { leadToServer, panelLink, replyLink } from './page-link.js';
import { plainToRichText } from './plain-to-rich-text.js';
import { plainMailLayout } from '../testing/plain-mail-layout.js';
import { hasLater, markLater, partsOf, readable, type LaterField } from './put-in-later.js';

const WORDS = { language: 'nb', of: (field: LaterField) => `<later> ${field}` };
const SERVER = 'https://fairdesk.example.org';
const TOKEN = 'aB3_-x';
const LINKS: FieldLinks = {
  confirmlink: [{ label: 'Answer & tell', address: replyLink(TOKEN) }],
  'collaborative-link-url': [{ label: panelLink(TOKEN), address: panelLink(TOKEN) }],
  'my-page-url': [{ label: MY_PAGE_LINK, address: MY_PAGE_LINK }],
};

/** A mail with every field that is put in later, made by what makes the real ones. */
function mail(contents: string) {
  const { text, blocks } = renderContents(plainToRichText(contents), { password: PASSWORD_TAG }, LINKS);
  return { text, html: composeMail(plainMailLayout(), blocks) };
}

const ALL = 'Hi.\n{confirmlink}\nSee {collaborative-link-url}.\n{my-page-url}, and {password}.';

describe('what is put in when a mail leaves', () => {
  it('C17, C18, R86: is shown as its field, and no address that leads nowhere is left to be read', () => {
    const { text, html } = mail(ALL);
    const shown = markLater(html, WORDS);
    for (const said of [shown, readable(text, WORDS)]) {
      expect(said).not.toContain('.invalid');
      for (const field of ['confirmlink', 'collaborative-link-url', 'my-page-url', 'password'])
        expect(said).toContain(`{${field}}: `);
    }
    expect(shown).toContain('{password}: &lt;later&gt; password');
    expect(shown).toContain('<u>Answer &amp; tell</u> <span lang="nb"');
    expect(shown).not.toContain('<a ');
  });

  it('stands exactly where the address and the password are put, and nothing else of the mail is another', () => {
    const { text, html } = mail(ALL);
    const login = { password: 'pw', page: `${SERVER}/my/x` };
    const sent = fillLogin(leadToServer({ text, html }, SERVER), login);
    const marks = /<span lang="nb"[^>]*>[^<]*<\/span>/g;
    const pieces = markLater(html, WORDS).replace('<u>Answer &amp; tell</u> ', '').split(marks);
    let at = 0;
    for (const piece of pieces) {
      const found = sent.html.indexOf(piece, at);
      expect(found, piece).toBeGreaterThanOrEqual(at);
      at = found + piece.length;
    }
    expect(pieces).toHaveLength(5);
    expect(at).toBe(sent.html.length);
  });

  it('leaves a mail alone that has all it needs', () => {
    const { text, html } = mail('Hi.\nhttps://example.org/r/x and passwords.');
    expect(hasLater(text)).toBe(false);
    expect(markLater(html, WORDS)).toBe(html);
    expect(readable(text, WORDS)).toBe(text);
  });

  it('cuts a text where something comes later, and loses no letter of it', () => {
    const { text } = mail(ALL);
    const parts = partsOf(text);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.flatMap(({ later }) => later ?? [])).toEqual([
      'confirmlink',
      'collaborative-link-url',
      'my-page-url',
      'password',
    ]);
    expect(hasLater(text)).toBe(true);
  });
});
