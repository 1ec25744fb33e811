import type { EmploymentTerms } from '../records/contract.js';
import type { ApplicationId, ContractTemplateId, Language } from '../records/primitives.js';
import type { Wording } from './contract-tags.js';

/** What contracts are made of, as it stands at this moment (R41, G-11). */
export interface ContractDesk {
  /** Names of the organisation's own tags. */
  readonly ownTags: readonly string[];
  /** What was agreed before, in a contract or in *Hire* (C24); null where nothing was. */
  agreed(application: ApplicationId): EmploymentTerms | null;
  /** The wording of a template; of the closest one where none was chosen, or the chosen one is gone. */
  wording(template: ContractTemplateId | null, department: string, language: Language): Wording;
}
