import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { failure, success, type Failure, type Result } from '../../../shared/lib/result.js';
import { documentFonts } from './typst-parts.js';

/** Typst takes one standard at a time; tests compile the same templates as `ua-1` too. */
export type PdfStandard = 'a-2a' | 'ua-1';

export type TypstFault = 'unreadable-character' | 'cannot-be-built';

export interface TypstSource {
  readonly template: string;
  /** Read by the template as `sys.inputs`: JSON, so that nothing of it is ever read as Typst. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Calendar date that the file says it was made on, so that equal contents give equal bytes. */
  readonly date: string;
}

export type Typeset = (source: TypstSource) => Promise<Result<Uint8Array, TypstFault>>;

/** Every so many documents, what Typst remembers of those before the last sweep is forgotten; sweeping each time costs a quarter. */
const SWEEP_EVERY = 50;

/**
 * Typst, loaded with the first document. It runs here and not in a worker: a page takes a few milliseconds.
 */
export function createTypesetter(standard: PdfStandard = 'a-2a'): Typeset {
  let opened: Promise<NodeCompiler> | null = null;
  let made = 0;
  return async (source) => {
    opened ??= createCompiler();
    const compiler = await opened;
    made += 1;
    if (made % SWEEP_EVERY === 0) compiler.evictCache(1);
    return compile(compiler, source, standard);
  };
}

async function createCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return Compiler.create({ fontArgs: [{ fontBlobs: documentFonts() }] }); // no workspace: nothing is read from disk
}

function compile(
  compiler: NodeCompiler,
  { template, inputs, date }: TypstSource,
  pdfStandard: PdfStandard,
): ReturnType<typeof made> {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { ...inputs } });
  const { result } = compiled;
  if (result === null) return refused(compiled.takeError()?.shortDiagnostics);
  try {
    return made(compiler.pdf(result, { pdfStandard, creationTimestamp: secondsOf(date) }));
  } catch (error) {
    return refused(error);
  }
}

function made(bytes: Uint8Array) {
  return bytes.length === 0 ? refused('no bytes') : success(bytes);
}

/** Typst's own words would name what stands in the document: only what kind of fault it is goes on. */
function refused(fault: unknown): Failure<TypstFault> {
  const words = fault instanceof Error ? fault.message : JSON.stringify(fault ?? null);
  return failure(words.includes('could not be displayed') ? 'unreadable-character' : 'cannot-be-built');
}

/** UTC seconds. */
function secondsOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}
