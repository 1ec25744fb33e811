import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateInWords } from '../../../shared/lib/time.js';
import { LetterDocument } from '../../../shared/records/letter.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import { pagesOf, squeezed, wordsOn } from '../testing/pdf-text.js';
import { plainLine, testLetter } from '../testing/test-letter.js';
import { typstMarkup } from '../testing/typst-markup.js';
import { renderLetters } from './render-letters.js';
import { createTypesetter } from './typesetter.js';

const typeset = createTypesetter();

async function pdfOf(letters: readonly LetterDocument[], title = 'Brev'): Promise<Uint8Array> {
  const answer = await renderLetters(typeset, letters, title);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

/** A letter that goes on to a second page. */
function longLetter(): LetterDocument {
  const paragraph = {
    kind: 'paragraph',
    lines: [plainLine('Vi har läst din ansökan med omsorg. '.repeat(12))],
  } as const;
  return testLetter({ blocks: Array.from({ length: 9 }, () => ({ ...paragraph, lines: [...paragraph.lines] })) });
}

describe('letters as one PDF', () => {
  let folder = '';
  let file = '';
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, [...args, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-letters-'));
    file = path.join(folder, 'letters.pdf');
    writeFileSync(file, await pdfOf([testLetter(), longLetter(), testLetter({ language: 'nl' })]));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(LANGUAGES)('R42 holds every field of a letter in %s, readable again', async (language) => {
    const letter = testLetter({ language, dateInWords: dateInWords(language, '2026-11-21') });
    const text = wordsOn((await pagesOf(await pdfOf([letter])))[0]);
    const { sender, recipient, subject, dateInWords: date, signature, blocks } = letter;
    const said = blocks.flatMap((block) =>
      block.kind === 'rule' ? [] : block.kind === 'list' ? block.items.flat() : block.lines,
    );
    for (const words of [sender.name, ...sender.address, recipient.name, ...recipient.address, subject, date])
      expect(text).toContain(squeezed(words));
    for (const line of said) expect(text).toContain(squeezed(line.map((one) => one.text).join('')));
    for (const words of signature) expect(text).toContain(squeezed(words));
  });

  it('R44 has the address, and nothing else, in the window of the envelope (DIN 5008, form B)', async () => {
    const [page] = await pagesOf(await pdfOf([testLetter()]));
    const inWindow = (page ?? []).filter(({ x, y }) => x >= 20 && x <= 105 && y >= 45 && y <= 90);
    expect(inWindow.map(({ text }) => text).join('|')).toMatch(
      /Nordwind Ångström AB · Storgatan 1 · 111 22 Stockholm\|.*Åsa.*Björkvägen 12 B.*972 41 Luleå/,
    );
    expect(wordsOn(inWindow)).not.toContain('Hej');
  });

  it('C28 sets a long address smaller rather than letting it out of the window', async () => {
    const address = ['c/o Stiftelsen Studentbostäder i Norra Norrland, ekonomiavdelningen', 'Box 1'].concat([
      'Uppgång 12, våning 4',
      'Universitetsallén 120',
      '977 53 Luleå',
      'Sverige',
    ]);
    const letter = testLetter({ recipient: { name: 'Maximiliana-Alexandra von Hohenstein-Ångström', address } });
    const [page] = await pagesOf(await pdfOf([letter]));
    const last = (page ?? []).find(({ text }) => text === 'Sverige');
    expect(last?.y).toBeLessThan(90);
    const inWindow = (page ?? []).filter(({ x, y }) => x >= 20 && x <= 105 && y > 60 && y < 90);
    expect(wordsOn(inWindow)).toContain(squeezed(address.join('')));
  });

  it('R44 begins every letter on a page of its own and counts its pages alone: the whole is the sum of its letters', async () => {
    const letters = [testLetter(), longLetter(), testLetter({ subject: 'Det tredje brevet' })];
    const pages = await pagesOf(await pdfOf(letters));
    expect(pages).toHaveLength(4);
    expect(pages.map((page) => page.filter(({ text }) => / \/ /.test(text)).map(({ text }) => text))).toEqual([
      [],
      ['1 / 2'],
      ['2 / 2'],
      [],
    ]);
    expect(wordsOn(pages[3])).toContain(squeezed('Det tredje brevet'));
    expect(wordsOn(pages[2])).toContain(squeezed('Maja Lindqvist'));
    const alone = await Promise.all(letters.map(async (letter) => (await pagesOf(await pdfOf([letter]))).length));
    expect(alone.reduce((sum, count) => sum + count, 0)).toBe(pages.length);
  });

  it('R44 sets two hundred letters in one run', async () => {
    const letters = Array.from({ length: 200 }, (_, n) => testLetter({ subject: `Brev ${String(n + 1)}` }));
    const pages = await pagesOf(await pdfOf(letters));
    expect(pages).toHaveLength(200);
    expect(wordsOn(pages[199])).toContain('Brev200');
  });

  it('is sound by qpdf’s own check', () => {
    expect(run('qpdf', '--check')).toContain('No syntax or stream encoding errors found');
  });

  it('carries every font it uses, and none of the machine’s', () => {
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+Inter-(Regular|SemiBold|Italic|SemiBoldItalic) .* yes yes yes /);
  });

  it('is tagged with what it says, and says its title and language', async () => {
    const structure = run('pdfinfo', '-struct-text');
    for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'LBody'])
      expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
    expect(structure).toMatch(/H1[^\n]*\n\s+"Din ansökan: Trainee"/);
    const document = await getDocument({ data: Uint8Array.from(await pdfOf([testLetter()])), verbosity: 0 }).promise;
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Brev', Author: 'Nordwind Ångström AB', Language: 'sv' });
    await document.destroy();
  });

  it('says of itself that it is PDF/A-2a, compiles as PDF/UA-1, and runs nothing', async () => {
    const raw = Buffer.from(await pdfOf([testLetter()])).toString('latin1');
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).not.toMatch(/\/(JavaScript|JS|Launch|URI|EmbeddedFile|Encrypt)\b/);
    const accessible = await renderLetters(createTypesetter('ua-1'), [testLetter()], 'Brev');
    expect(accessible.ok && Buffer.from(accessible.value).toString('latin1')).toContain(
      '<pdfuaid:part>1</pdfuaid:part>',
    );
  });

  it('is the same to the last byte for the same letters', async () => {
    const again = await renderLetters(createTypesetter(), [testLetter()], 'Brev');
    expect(again.ok && Buffer.from(again.value).equals(Buffer.from(await pdfOf([testLetter()])))).toBe(true);
  });

  it('sets whatever the records hold as text: nothing of it is ever read as Typst', async () => {
    await fc.assert(
      fc.asyncProperty(typstMarkup, async (value) => {
        const letter = testLetter({
          subject: value,
          recipient: { name: value, address: [value] },
          blocks: [{ kind: 'paragraph', lines: [plainLine(value)] }],
        });
        const text = wordsOn((await pagesOf(await pdfOf([letter])))[0]);
        expect(text.split(squeezed(value)).length - 1).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['李', '🎓', 'שלום'])('fails with a code for %s, and is never without it', async (text) => {
    const letter = testLetter({ recipient: { name: text, address: [] } });
    expect(await renderLetters(typeset, [testLetter(), letter], 'Brev')).toEqual({
      ok: false,
      code: 'letter/unreadable-character',
    });
  });

  it('has no form without a subject or contents', () => {
    expect(LetterDocument.safeParse({ ...testLetter(), subject: '' }).success).toBe(false);
    expect(LetterDocument.safeParse({ ...testLetter(), blocks: [] }).success).toBe(false);
  });
});
