import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractDocument } from '../../../shared/records/contract.js';
import { squeezed, textOfPdf } from '../testing/pdf-text.js';
import { testContract } from '../testing/test-contract.js';
import { typstMarkup } from '../testing/typst-markup.js';
import { createTypstRenderer } from './render-with-typst.js';
import { createTypesetter } from './typesetter.js';

const render = createTypstRenderer();

async function pdfOf(contract: ContractDocument): Promise<Uint8Array> {
  const answer = await render(contract);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

describe('a contract as PDF', () => {
  let folder = '';
  let file = '';
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, [...args, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-pdf-'));
    file = path.join(folder, 'contract.pdf');
    writeFileSync(file, await pdfOf(testContract()));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('R41 holds the applicant’s own contract information, readable again, å ä ö æ ø ij ł ő Ж Ω and all', async () => {
    const { title, company, blocks } = testContract();
    const text = await textOfPdf(await pdfOf(testContract()));
    const written = blocks.flatMap((block) => {
      switch (block.kind) {
        case 'list':
          return block.items;
        case 'facts':
          return block.rows.flatMap(({ label, value }) => [label, value]);
        case 'signatures':
          return block.under;
        default:
          return [block.text];
      }
    });
    for (const words of [title, company, ...written]) expect(text).toContain(squeezed(words));
    expect(text).toContain(squeezed('Å Ä Ö å ä ö Æ Ø æ ø ij ł ő Ж Ω'));
  });

  it('is sound by qpdf’s own check', () => {
    expect(run('qpdf', '--check')).toContain('No syntax or stream encoding errors found');
  });

  it('carries every font it uses, and none of the machine’s', () => {
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Inter-(Regular|SemiBold) .* yes yes yes /);
  });

  it('is tagged with what it says, in the language it is written in', async () => {
    const structure = execFileSync('pdfinfo', ['-struct-text', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    for (const tag of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TD', 'L', 'LI', 'LBody'])
      expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
    expect(structure).toMatch(/H1[^\n]*\n\s+"Anställningsavtal"/);
    const document = await getDocument({ data: Uint8Array.from(await pdfOf(testContract())), verbosity: 0 }).promise;
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Anställningsavtal', Author: 'Nordwind Ångström AB', Language: 'sv' });
    await document.destroy();
  });

  it('says of itself that it is PDF/A-2a, and keeps what that forbids out', async () => {
    const raw = Buffer.from(await pdfOf(testContract())).toString('latin1');
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).not.toMatch(/\/(JavaScript|JS|Launch|URI|EmbeddedFile|Encrypt)\b/);
  });

  it('also compiles as PDF/UA-1', async () => {
    const answer = await createTypstRenderer(createTypesetter('ua-1'))(testContract());
    expect(answer.ok && Buffer.from(answer.value).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('is the same to the last byte for the same contract, and another one for another', async () => {
    const again = await createTypstRenderer()(testContract());
    expect(again.ok && Buffer.from(again.value).equals(Buffer.from(await pdfOf(testContract())))).toBe(true);
    const other = await pdfOf(testContract({ date: '2026-11-22' }));
    expect(Buffer.from(other).equals(Buffer.from(await pdfOf(testContract())))).toBe(false);
  });

  it('sets whatever the records hold as text: nothing of it is ever read as Typst', async () => {
    await fc.assert(
      fc.asyncProperty(typstMarkup, async (value) => {
        const text = await textOfPdf(await pdfOf(testContract({ blocks: [{ kind: 'paragraph', text: value }] })));
        expect(text).toContain(squeezed(value));
      }),
      { numRuns: 60 },
    );
  });

  it.each(['李', '🎓', 'שלום'])(
    'fails with a code for %s, which its font has not, and is never without it',
    async (text) => {
      expect(await render(testContract({ blocks: [{ kind: 'paragraph', text }] }))).toEqual({
        ok: false,
        code: 'contract/unreadable-character',
      });
      // The compiler goes on working after it.
      expect(await render(testContract())).toMatchObject({ ok: true });
    },
  );

  it('has no form without title or contents', () => {
    expect(ContractDocument.safeParse({ ...testContract(), title: '' }).success).toBe(false);
    expect(ContractDocument.safeParse({ ...testContract(), blocks: [] }).success).toBe(false);
  });

  it('takes as many pages as it needs', async () => {
    const blocks = Array.from({ length: 200 }, (_, n) => ({ kind: 'paragraph' as const, text: `§ ${String(n)} ord` }));
    const document = await getDocument({ data: Uint8Array.from(await pdfOf(testContract({ blocks }))), verbosity: 0 })
      .promise;
    expect(document.numPages).toBeGreaterThan(3);
    await document.destroy();
  });
});
