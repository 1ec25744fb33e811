import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValues } from './merge-fields.js';
import { escapeHtml, fillLayout, renderContents, renderSubject } from './message-text.js';

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

describe('contents of a mail', () => {
  it('makes paragraphs of blank lines and keeps the lines within them', () => {
    const { text, html } = renderContents('Hi {given-name},\nwelcome.\n\n\n\nBye  \r\n{recruiter-name}', VALUES);
    expect(text).toBe('Hi Åsa,\nwelcome.\n\nBye\nEva');
    expect(html).toBe(`${P}Hi Åsa,<br>welcome.</p>${P}Bye<br>Eva</p>`);
  });

  it('makes a list of lines that begin with a dash', () => {
    const { text, html } = renderContents('Bring:\n- your CV\n* a {given-name}\nThanks', VALUES);
    expect(text).toBe('Bring:\n- your CV\n- a Åsa\nThanks');
    expect(html).toMatch(/^<p[^>]*>Bring:<\/p><ul[^>]*><li[^>]*>your CV<\/li><li[^>]*>a Åsa<\/li><\/ul><p[^>]*>Thanks/);
  });

  it('reads structure from what is typed, never from what is filled in', () => {
    const { html, text } = renderContents('{department}\n\n{company}\n\n{vacancy-title}', VALUES);
    expect(html).toBe(`${P}- not a list</p>${P}https://evil.example/</p>${P}Trainee Bcc: spy@example.com</p>`);
    expect(text).toBe('- not a list\n\nhttps://evil.example/\n\nTrainee Bcc: spy@example.com');
  });

  it('escapes what is typed and what is filled in', () => {
    const { html } = renderContents('<script>{family-name}</script>', VALUES);
    expect(html).toBe(`${P}&lt;script&gt;&lt;b&gt;O&#39;Neil &amp; &quot;Co&quot;&lt;/b&gt;&lt;/script&gt;</p>`);
  });

  it('links https and mailto only, and writes values into them as part of an address', () => {
    const { html, text } = renderContents(
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
    const { text, merged } = renderContents('Hi {given-name}!\n\n- {recruiter-name}', VALUES);
    expect(merged.map(({ start, end }) => text.slice(start, end))).toEqual(['Åsa', 'Eva']);
  });

  it('C32 names what is unknown or unfilled once each', () => {
    const { unknown, unfilled } = renderContents('{x} {x} {company}{company}', { ...VALUES, company: '' });
    expect({ unknown, unfilled }).toEqual({ unknown: ['x'], unfilled: ['company'] });
  });

  it('has the same words in text and HTML, and no tag of its own making, for any contents and values', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{given-name}', '- ', 'https://a.example/', '<p>'),
    );
    fc.assert(
      fc.property(fc.array(line), fc.string({ unit: 'binary' }), (lines, name) => {
        const { text, html } = renderContents(lines.join('\n'), { ...VALUES, 'given-name': name });
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

describe('layout', () => {
  it('takes the contents as they are, dollar signs and slots included', () => {
    expect(fillLayout('<a>{contents}</a>', '$& {contents}')).toBe('<a>$& {contents}</a>');
  });

  it('escapes the five characters that mean something in HTML', () => {
    expect(escapeHtml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
  });
});
