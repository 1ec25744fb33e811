import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as other programs read it. */
export interface ReadPdf {
  /** Its words, on one line. */
  readonly text: string;
  /** The tags of its structure: `H1`, `Table`, … */
  readonly tags: ReadonlySet<string>;
  readonly language: string;
  readonly title: string;
  /** What `qpdf --check` says, which throws where it finds anything wrong. */
  readonly check: string;
}

export async function readContract(content: unknown): Promise<ReadPdf> {
  if (!(content instanceof ArrayBuffer)) throw new Error('no file');
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-contract-'));
  const file = path.join(folder, 'contract.pdf');
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    writeFileSync(file, new Uint8Array(content));
    const structure = run('pdfinfo', '-struct', file);
    return {
      text: run('pdftotext', '-layout', file, '-').normalize('NFC').replace(/\s+/g, ' '),
      tags: new Set([...structure.matchAll(/^\s*([A-Z][A-Za-z0-9]*)\b/gm)].map(([, tag = '']) => tag)),
      ...(await readInfo(content)),
      check: run('qpdf', '--check', file),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readInfo(content: ArrayBuffer): Promise<Pick<ReadPdf, 'language' | 'title'>> {
  const document = await getDocument({ data: new Uint8Array(content.slice(0)), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  await document.destroy();
  const said = new Map(Object.entries(info));
  return { language: String(said.get('Language')), title: String(said.get('Title')) };
}
