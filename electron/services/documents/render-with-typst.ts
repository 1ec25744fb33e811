import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import semiBold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?inline';
import regular from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?inline';
import template from '../../../resources/contract/contract.typ?raw';
import { failure, success, type Failure } from '../../../shared/lib/result.js';
import type { ContractDocument } from '../../../shared/records/contract.js';
import type { ContractErrorCode, RenderContract } from './contract-renderer.js';

/** Typst takes one standard at a time; tests compile the same template as `ua-1` too. */
export type PdfStandard = 'a-2a' | 'ua-1';

/** After so many contracts what Typst remembers of the oldest is forgotten. */
const KEPT = 10;

/**
 * Contracts by Typst. It runs here and not in a worker: a contract takes a few milliseconds, the compiler is loaded with
 * the first one.
 */
export function createTypstRenderer(standard: PdfStandard = 'a-2a'): RenderContract {
  let compiler: Promise<NodeCompiler> | null = null;
  return async (contract) => {
    compiler ??= createCompiler();
    return render(await compiler, contract, standard);
  };
}

async function createCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  // Only these: what a machine has installed must not decide how a contract looks. No workspace: nothing is read from disk.
  return Compiler.create({ fontArgs: [{ fontBlobs: [regular, semiBold].map(bytesOf) }] });
}

function render(
  compiler: NodeCompiler,
  contract: ContractDocument,
  pdfStandard: PdfStandard,
): ReturnType<typeof rendered> {
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { contract: JSON.stringify(contract) },
    resetRead: true,
  });
  const { result } = compiled;
  if (result === null) return refused(compiled.takeError()?.shortDiagnostics);
  try {
    return rendered(compiler.pdf(result, { pdfStandard, creationTimestamp: secondsOf(contract.date) }));
  } catch (error) {
    return refused(error);
  } finally {
    compiler.evictCache(KEPT);
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

function bytesOf(address: string): Buffer {
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}
