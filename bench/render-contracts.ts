import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { CONTRACT_TEMPLATE, documentFonts } from '../electron/services/documents/typst-parts.js';
import { SHIPPED_WORDINGS } from '../renderer/data/shipped-wordings.js';
import { createTypstRenderer } from '../electron/services/documents/render-with-typst.js';
import { composeContract, sampleValues } from '../shared/domain/contract-document.js';
import type { ContractDocument } from '../shared/records/contract.js';

const CONTRACTS = 50;
const ROUNDS = 5;

/** Milliseconds for fifty contracts, each another one: from the template and values to PDF/A-2a, and the bare compiler's. */
export async function measureContracts(): Promise<{ readonly ours: number; readonly limit: number }> {
  const render = createTypstRenderer();
  const bare = NodeCompiler.create({ fontArgs: [{ fontBlobs: documentFonts() }] });
  const ours: number[] = [];
  const limit: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (let n = 0; n < CONTRACTS; n++) {
      const pdf = await render(contract(round, n));
      if (!pdf.ok) throw new Error(pdf.code);
    }
    ours.push(performance.now() - start);
    const ready = Array.from({ length: CONTRACTS }, (_, n) => JSON.stringify(contract(round + ROUNDS, n)));
    const startBare = performance.now();
    for (const inputs of ready) compileBare(bare, inputs);
    limit.push(performance.now() - startBare);
  }
  return { ours: median(ours), limit: median(limit) };
}

function contract(round: number, n: number): ContractDocument {
  const frame = { language: 'en', company: 'Example AB', date: '2026-11-21' } as const;
  const position = `Trainee ${String(round)}-${String(n)}`;
  return composeContract(SHIPPED_WORDINGS.en, sampleValues({ ...frame, department: 'Grid', position }, []), frame)
    .document;
}

function compileBare(compiler: NodeCompiler, contract: string): void {
  const { result } = compiler.compile({ mainFileContent: CONTRACT_TEMPLATE, inputs: { contract } });
  if (result === null) throw new Error('the bare compiler refused');
  compiler.pdf(result, { pdfStandard: 'a-2a', creationTimestamp: 0 });
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}
