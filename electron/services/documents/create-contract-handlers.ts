import type { Handlers } from '../../../shared/host/dispatch.js';
import type { ParsedInputOf } from '../../../shared/host/contract.js';
import { FileIdSchema } from '../../../shared/records/primitives.js';
import { success } from '../../../shared/lib/result.js';
import type { FileStore } from '../files/file-store.js';
import type { PreviewPages } from '../lane/preview-pages.js';
import type { RenderContract } from './contract-renderer.js';

/** Contracts as PDF: into a dossier, or only to be looked at. */
export function createContractHandlers(renderContract: RenderContract, previews: Pick<PreviewPages, 'put'>) {
  const preview: Handlers['contract.preview'] = async ({ contract }) => {
    const pdf = await renderContract(contract);
    return pdf.ok ? success({ url: `/preview/${previews.put(pdf.value)}` }) : pdf;
  };
  return {
    preview,
    async render(
      files: Pick<FileStore, 'put'>,
      { contract, name, dossier }: ParsedInputOf<'contract.render'>,
    ): ReturnType<Handlers['contract.render']> {
      const pdf = await renderContract(contract);
      if (!pdf.ok) return pdf;
      const stored = await files.put(pdf.value, name, dossier);
      if (!stored.ok) return stored;
      return success({ ...stored.value, fileId: FileIdSchema.parse(stored.value.fileId) });
    },
  };
}
