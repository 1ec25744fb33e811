import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValues } from './merge-fields.js';
import { composeMail } from './mail-layout.js';
import { plainMailLayout } from '../testing/plain-mail-layout.js';
import { escapeHtml, renderContents, renderSubject, type FieldLinks } from './message-text.js';
import { plainToRichText } from './plain-to-rich-text.js';
import type { RichBlock, RichInline, RichMark } from '../records/rich-text.js';

const VALUES: FieldValues = {
  'given-name': 'Åsa',
  'family-name': '<b>O\'Neil & "Co"</b>',
  'vacancy-title': 'Trainee\r\nBcc: spy@example.com',
  'vacancy-ref-number': 'A/1 2',
  department: '- not a list',
  company: 'https://evil.example/',
  'contact-person': 'Bo',
  'recruiter-name': 'Eva',
};

const P = '<p style="margin:0 0 16px">';

const BARE = { ...plainMailLayout(), before: '', words: ['', ''], after: '' } as const;

/** Text as it is typed in a plain field, for one recipient. */
function renderPlain(text: string, values: FieldValues) {
  return render(plainToRichText(text).content, values);
}

function render(content: readonly RichBlock[], values: FieldValues = VALUES, links: FieldLinks = {}) {
  const contents = renderContents({ type: 'doc', content: [...content] }, values, links);
  return { ...contents, html: composeMail(BARE, contents.blocks).trim() };
}

function words(text: string, ...marks: RichMark[]): RichInline {
  return { type: 'text', text, marks };
}

function paragraph(...content: RichInline[]): RichBlock {
  return { type: 'paragraph', content };
}

const link = (href: string): RichMark => ({ type: 'link', attrs: { href } });
const BOLD: RichMark = { type: 'bold' };

describe('contents of a mail', () => {
  it('makes paragraphs of blank lines and keeps the lines within them', () => {
    const { text, html } = renderPlain('Hi {given-name},\nwelcome.\n\n\n\nBye  \r\n{recruiter-name}', VALUES);
    expect(text).toBe('Hi Åsa,\nwelcome.\n\nBye\nEva');
    expect(html).toBe(`${P}Hi Åsa,<br>welcome.</p>${P}Bye<br>Eva</p>`);
  });

  it('makes a list of lines that begin with a dash', () => {
    const { text, html } = renderPlain('Bring:\n- your CV\n* a {given-name}\nThanks', VALUES);
    expect(text).toBe('Bring:\n- your CV\n- a Åsa\n\nThanks');
    expect(html).toMatch(/^<p[^>]*>Bring:<\/p><ul[^>]*><li[^>]*>your CV<\/li><li[^>]*>a Åsa<\/li><\/ul><p[^>]*>Thanks/);
  });

  it('reads structure from what is typed, never from what is filled in', () => {
    const { html, text } = renderPlain('{department}\n\n{company}\n\n{vacancy-title}', VALUES);
    expect(html).toBe(`${P}- not a list</p>${P}https://evil.example/</p>${P}Trainee Bcc: spy@example.com</p>`);
    expect(text).toBe('- not a list\n\nhttps://evil.example/\n\nTrainee Bcc: spy@example.com');
  });

  it('escapes what is typed and what is filled in', () => {
    const { html } = renderPlain('<script>{family-name}</script>', VALUES);
    expect(html).toBe(`${P}&lt;script&gt;&lt;b&gt;O&#39;Neil &amp; &quot;Co&quot;&lt;/b&gt;&lt;/script&gt;</p>`);
  });

  it('links https and mailto only, and writes values into them as part of an address', () => {
    const { html, text } = renderPlain(
      'See https://example.com/jobs/{vacancy-ref-number}?a=1&b=2. javascript:alert(1) http://x.example (mailto:a@example.com)',
      VALUES,
    );
    expect(text).toContain('https://example.com/jobs/A%2F1%202?a=1&b=2. javascript');
    expect(html.match(/href="[^"]*"/g)).toEqual([
      'href="https://example.com/jobs/A%2F1%202?a=1&amp;b=2"',
      'href="mailto:a@example.com"',
    ]);
  });

  it('says where the text came from the records', () => {
    const { text, merged } = renderPlain('Hi {given-name}!\n\n- {recruiter-name}', VALUES);
    expect(merged.map(({ start, end }) => text.slice(start, end))).toEqual(['Åsa', 'Eva']);
  });

  it('C32 names what is unknown or unfilled once each', () => {
    const { unknown, unfilled } = renderPlain('{x} {x} {company}{company}', { ...VALUES, company: '' });
    expect({ unknown, unfilled }).toEqual({ unknown: ['x'], unfilled: ['company'] });
  });

  it('has the same words in text and HTML, and no tag of its own making, for any contents and values', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{given-name}', '- ', 'https://a.example/', '<p>'),
    );
    fc.assert(
      fc.property(fc.array(line), fc.string({ unit: 'binary' }), (lines, name) => {
        const { text, html } = renderPlain(lines.join('\n'), { ...VALUES, 'given-name': name });
        const tags = html.match(/<[^>]*>/g) ?? [];
        expect(tags.filter((tag) => !/^<(\/?(p|ul|li|a)( [^<>]*)?|br)>$/.test(tag))).toEqual([]);
        const words = html
          .replace(/<[^>]*>/g, ' ')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        const squeeze = (all: string): string => all.replace(/^- /gm, '').replace(/\s+/g, '');
        expect(squeeze(words)).toBe(squeeze(text));
        // A mail's text has line ends and no other control character.
        // eslint-disable-next-line no-control-regex
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      }),
    );
  });
});

describe('subject of a mail', () => {
  it('is one line without control or direction marks', () => {
    expect(renderSubject('Re:\u202e {vacancy-title}\n', VALUES).text).toBe('Re: Trainee Bcc: spy@example.com');
  });

  it('R18 is blank when nothing visible is left', () => {
    expect(renderSubject(' \u0007\n\u2066 ', VALUES).text).toBe('');
  });
});

describe('rich text', () => {
  it('has bold and italic words, headings and lists, in the text as in the HTML', () => {
    const item = (text: string) => ({ type: 'listItem', content: [{ type: 'paragraph', content: [words(text)] }] });
    const { text, html } = render([
      { type: 'heading', content: [words('Welcome {given-name}')] },
      paragraph(words('We are '), words('very', BOLD, { type: 'italic' }), words(' glad.')),
      { type: 'orderedList', content: [item('Come'), item('See')] } as RichBlock,
      paragraph(words('Bye')),
    ]);
    expect(text).toBe('Welcome Åsa\n\nWe are very glad.\n1. Come\n2. See\n\nBye');
    expect(html.replace(/ style="[^"]*"/g, '')).toBe(
      '<h2>Welcome Åsa</h2><p>We are <em><strong>very</strong></em> glad.</p><ol><li>Come</li><li>See</li></ol><p>Bye</p>',
    );
  });

  it('leads to where a link says, and the text names the address', () => {
    const { text, html } = render([
      paragraph(
        words('Read '),
        words('our '),
        words('jobs', link('https://example.com/{vacancy-ref-number}')),
        words('.'),
      ),
    ]);
    expect(text).toBe('Read our jobs (https://example.com/A%2F1%202).');
    expect(html).toContain('<a href="https://example.com/A%2F1%202" style="color:inherit">jobs</a>.');
  });

  it('fills a field whose letters bear different marks as one', () => {
    const { html, unknown } = render([paragraph(words('Hi {given', BOLD), words('-name}!'))]);
    expect(html).toBe(`${P}<strong>Hi </strong><strong>Åsa</strong>!</p>`);
    expect(unknown).toEqual([]);
  });

  it('puts a button into its own piece of the layout, escaped, and its address into the text', () => {
    const { text, html } = render([
      paragraph(words('Hi')),
      { type: 'button', attrs: { href: 'https://example.com/?a="&v={vacancy-ref-number}' }, content: [words('<Go>')] },
    ]);
    expect(text).toBe('Hi\n\n<Go>: https://example.com/?a="&v=A%2F1%202');
    expect(html).toBe(`${P}Hi</p>\n<a href="https://example.com/?a=&quot;&amp;v=A%2F1%202">&lt;Go&gt;</a>`);
    expect(render([{ type: 'button', attrs: { href: 'mailto:a@example.com' }, content: [] }]).html).toContain(
      '>mailto:a@example.com</a>',
    );
  });

  it('R18 is blank with a line across, empty paragraphs and empty lists alone', () => {
    const empty = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph()] }] } as RichBlock;
    expect(render([paragraph(), { type: 'horizontalRule' }, paragraph(words(' \u2066 ')), empty])).toMatchObject({
      blank: true,
      text: '---',
    });
    expect(render([paragraph(words('a'))]).blank).toBe(false);
  });

  it('gives a field that stands for several links a line for each', () => {
    const links = {
      'contact-person': [
        { label: 'Yes', address: 'mailto:a@example.com?subject=Yes&body=1' },
        { label: 'No', address: 'mailto:b@example.com' },
      ],
    };
    const { text, html, unfilled } = render(
      [paragraph(words('Answer: {contact-person}'))],
      { ...VALUES, 'contact-person': '' },
      links,
    );
    expect(text).toBe('Answer: \nYes: mailto:a@example.com?subject=Yes&body=1\nNo: mailto:b@example.com');
    expect(html).toContain(
      '<br><a href="mailto:a@example.com?subject=Yes&amp;body=1" style="color:inherit">Yes</a><br>',
    );
    expect(unfilled).toEqual([]);
  });

  it('C1 C32 names a field of links that stands inside a link, a button or their addresses, and links nothing twice', () => {
    const links = { confirmlink: [{ label: 'Yes', address: 'mailto:a@example.com' }] };
    const inside: readonly RichBlock[] = [
      { type: 'button', attrs: { href: 'https://example.com/{confirmlink}' }, content: [words('Go')] },
      { type: 'button', attrs: { href: 'https://example.com/' }, content: [words('{confirmlink}')] },
      paragraph(words('here', link('https://example.com/{confirmlink}'))),
      paragraph(words('{confirmlink}', link('https://example.com/'))),
      paragraph(words('https://example.com/{confirmlink}')),
    ];
    for (const block of inside) {
      const { misplaced, unfilled, html } = render([block], VALUES, links);
      expect({ misplaced, unfilled }).toEqual({ misplaced: ['confirmlink'], unfilled: [] });
      expect(html).not.toContain('mailto:');
    }
    expect(render([paragraph(words('{confirmlink}'))], VALUES, links).misplaced).toEqual([]);
  });

  it('holds every word of any document in text and HTML, whatever its marks and values', () => {
    const mark = fc.constantFrom<RichMark>(BOLD, { type: 'italic' }, link('https://example.com/{company}'));
    const inline = fc.record({
      type: fc.constant('text' as const),
      text: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('{given-name}', '<b>', 'mailto:x@example.com')),
      marks: fc.array(mark, { maxLength: 2 }),
    });
    const content = fc.array(fc.oneof(inline, fc.constant({ type: 'hardBreak' as const })), { maxLength: 5 });
    const block = fc.oneof(
      fc.record({ type: fc.constantFrom('paragraph' as const, 'heading' as const), content }),
      content.map((of): RichBlock => ({
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: of }] }],
      })),
      fc.constant({ type: 'horizontalRule' as const }),
    );
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const { text, html } = render(blocks);
        const seen = html
          .replace(/<[^>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        const left = seen.replace(/\s+/g, '').split(/(?:)/u);
        // What is read in the HTML is read in the text, in the same order; the text has marks and addresses besides.
        for (const letter of text) if (letter === left[0]) left.shift();
        expect(left).toEqual([]);
        expect(
          (html.match(/<[^>]*>/g) ?? []).filter(
            (tag) => !/^<(\/?(p|h2|ul|li|a|strong|em)( [^<>]*)?|br|hr)>$/.test(tag),
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe('composing', () => {
  it('takes words as they are, dollar signs and slots included', () => {
    expect(composeMail(plainMailLayout(), [{ kind: 'words', html: '$& {words} {cut}' }])).toBe(
      '<html><body>\n<div>$& {words} {cut}</div>\n</body></html>',
    );
  });

  it('escapes the five characters that mean something in HTML', () => {
    expect(escapeHtml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
  });
});
