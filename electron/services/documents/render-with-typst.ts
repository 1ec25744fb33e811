import { failure } from '../../../shared/lib/result.js';
import type { RenderContract } from './contract-renderer.js';
import { createTypesetter, type Typeset } from './typesetter.js';
import { CONTRACT_TEMPLATE } from './typst-parts.js';

/** Contracts by Typst. */
export function createTypstRenderer(typeset: Typeset = createTypesetter()): RenderContract {
  return async (contract) => {
    const pdf = await typeset({
      template: CONTRACT_TEMPLATE,
      inputs: { contract: JSON.stringify(contract) },
      date: contract.date,
    });
    return pdf.ok ? pdf : failure(`contract/${pdf.code}`);
  };
}
