import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { type CopyDocument } from '../../../shared/records/copy-document.js';
import { squeezed, textOfPdf } from '../testing/pdf-text.js';
import { testCopy } from '../testing/test-copy.js';
import { typstMarkup } from '../testing/typst-markup.js';
import { charactersOf } from './font-characters.js';
import { renderCopy } from './render-copy.js';
import { createTypesetter } from './typesetter.js';
import { documentFonts } from './typst-parts.js';

const typeset = createTypesetter();

async function pdfOf(copy: CopyDocument): Promise<Uint8Array> {
  const answer = await renderCopy(typeset, copy);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

async function textOf(copy: CopyDocument): Promise<string> {
  return await textOfPdf(await pdfOf(copy));
}

function quoted(text: string): CopyDocument {
  return testCopy({ blocks: [{ kind: 'quote', text }] });
}

describe('what is kept about a person, as a PDF', () => {
  it('holds every word of every part, readable again', async () => {
    const text = await textOf(testCopy());
    const words = testCopy().blocks.flatMap((block) =>
      block.kind === 'facts' ? block.rows.flatMap(({ label, value }) => [label, value]) : [block.text],
    );
    for (const one of [testCopy().title, ...words]) expect(text).toContain(squeezed(one));
    expect(text).not.toContain(squeezed(testCopy().unreadable));
  });

  it('says its title, whose it is and its language', async () => {
    const document = await getDocument({ data: Uint8Array.from(await pdfOf(testCopy())), verbosity: 0 }).promise;
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: testCopy().title, Author: testCopy().company, Language: 'sv' });
    await document.destroy();
    expect(Buffer.from(await pdfOf(testCopy())).toString('latin1')).not.toMatch(/\/(JavaScript|JS|Launch|URI)\b/);
  });

  it('also compiles as PDF/UA-1: everybody can have it read out', async () => {
    const answer = await renderCopy(createTypesetter('ua-1'), testCopy());
    expect(answer.ok && Buffer.from(answer.value).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it.each(['李', '🎓', 'שלום', '👩‍🎓', '\u0000\u0007', '\u202Eabc'])(
    'is made whatever somebody wrote: %j',
    async (text) => {
      expect(await textOf(quoted(`före ${text} efter`))).toMatch(/före.*efter/);
    },
  );

  it('has a box for a character that its fonts lack, and says so once', async () => {
    const text = await textOf(quoted('Zoë 李 🎓'));
    expect(text).toContain('Zoë□□');
    expect(text.split(squeezed(testCopy().unreadable))).toHaveLength(2);
  });

  it('sets whatever the records hold as text: nothing of it is ever read as Typst', async () => {
    await fc.assert(
      fc.asyncProperty(typstMarkup, async (value) => {
        const blocks: CopyDocument['blocks'] = [
          { kind: 'facts', rows: [{ label: value, value }] },
          { kind: 'quote', text: value },
        ];
        expect((await textOf(testCopy({ blocks }))).split(squeezed(value)).length - 1).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 25 },
    );
  });

  it('knows the characters of its fonts: all four the same, the alphabets of five languages among them', () => {
    const [regular, ...others] = documentFonts().map(charactersOf);
    for (const letter of 'abcåäöæøéüłőŁŐijЖΩ€–…“”□→ABCÅÄÖ019')
      expect(regular?.has(letter.codePointAt(0) ?? 0), letter).toBe(true);
    for (const letter of '李🎓ש') expect(regular?.has(letter.codePointAt(0) ?? 0), letter).toBe(false);
    for (const font of others) for (const code of font) if (code < 0x250) expect(regular?.has(code)).toBe(true);
  });
});
