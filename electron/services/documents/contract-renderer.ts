import type { Result } from '../../../shared/lib/result.js';
import type { ContractDocument } from '../../../shared/records/contract.js';

export type ContractErrorCode = 'contract/unreadable-character' | 'contract/cannot-be-built';

/**
 * Sets a contract as a PDF: archivable, tagged, with its fonts in it, the same bytes for the same contract. A failure is
 * a code, never an empty PDF.
 */
export type RenderContract = (contract: ContractDocument) => Promise<Result<Uint8Array, ContractErrorCode>>;
