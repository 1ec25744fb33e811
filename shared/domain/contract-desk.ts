import type { ContractTag, EmploymentTerms } from '../records/contract.js';
import type { ApplicationId, ContractTemplateId, Language } from '../records/primitives.js';
import type { Wording } from './contract-tags.js';

/** G-11: how it stands in a text, how it is asked for, and what stands in the field to begin with. */
export type OwnTag = Pick<ContractTag, 'name' | 'label' | 'preset'>;

/** What contracts are made of, as it stands at this moment (R41, G-11). */
export interface ContractDesk {
  /** The organisation's own tags that are there. */
  readonly ownTags: readonly OwnTag[];
  /** What was agreed before, in a contract or in *Hire* (C24); null where nothing was. */
  agreed(application: ApplicationId): EmploymentTerms | null;
  /** The wording of a template; of the closest one where none was chosen, or the chosen one is gone. */
  wording(template: ContractTemplateId | null, department: string, language: Language): Wording;
}
