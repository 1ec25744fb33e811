import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { failure, success, type Failure } from '../../../shared/lib/result.js';
import type { ContractDocument } from '../../../shared/records/contract.js';
import type { ContractErrorCode, RenderContract } from './contract-renderer.js';
import { CONTRACT_TEMPLATE, contractFonts } from './typst-parts.js';

/** Typst takes one standard at a time; tests compile the same template as `ua-1` too. */
export type PdfStandard = 'a-2a' | 'ua-1';

/** Every so many contracts, what Typst remembers of those before the last sweep is forgotten; sweeping each time costs a quarter. */
const SWEEP_EVERY = 50;

/**
 * Contracts by Typst. It runs here and not in a worker: a contract takes a few milliseconds, the compiler is loaded with
 * the first one.
 */
export function createTypstRenderer(standard: PdfStandard = 'a-2a'): RenderContract {
  let opened: Promise<NodeCompiler> | null = null;
  let rendered = 0;
  return async (contract) => {
    opened ??= createCompiler();
    const compiler = await opened;
    rendered += 1;
    if (rendered % SWEEP_EVERY === 0) compiler.evictCache(1);
    return render(compiler, contract, standard);
  };
}

async function createCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return Compiler.create({ fontArgs: [{ fontBlobs: contractFonts() }] }); // no workspace: nothing is read from disk
}

function render(
  compiler: NodeCompiler,
  contract: ContractDocument,
  pdfStandard: PdfStandard,
): ReturnType<typeof rendered> {
  const compiled = compiler.compile({
    mainFileContent: CONTRACT_TEMPLATE,
    inputs: { contract: JSON.stringify(contract) },
  });
  const { result } = compiled;
  if (result === null) return refused(compiled.takeError()?.shortDiagnostics);
  try {
    return rendered(compiler.pdf(result, { pdfStandard, creationTimestamp: secondsOf(contract.date) }));
  } catch (error) {
    return refused(error);
  }
}

function rendered(bytes: Uint8Array) {
  return bytes.length === 0 ? refused('no bytes') : success(bytes);
}

/** Typst's own words would name what stands in the contract: only what kind of fault it is goes on. */
function refused(fault: unknown): Failure<ContractErrorCode> {
  const words = fault instanceof Error ? fault.message : JSON.stringify(fault ?? null);
  return failure(
    words.includes('could not be displayed') ? 'contract/unreadable-character' : 'contract/cannot-be-built',
  );
}

/** UTC seconds. */
function secondsOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}
