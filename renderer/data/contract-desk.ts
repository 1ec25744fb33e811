import type { ContractDesk, OwnTag } from '../../shared/domain/contract-desk.js';
import { templatesFor } from '../../shared/domain/contract-templates.js';
import type { ContractTagId } from '../../shared/records/primitives.js';
import type { Roster } from './roster/rows.js';
import { SHIPPED_WORDINGS } from './shipped-wordings.js';

/** What contracts are made of, as the roster has it now. */
export function contractDesk(roster: Roster): ContractDesk {
  const { applications, contractTemplates } = roster;
  return {
    ownTags: ownTagsOf(roster),
    agreed: (application) => applications.get(application)?.employment ?? null,
    wording: (template, department, language) => {
      const fitting = templatesFor(contractTemplates.values(), department, language, SHIPPED_WORDINGS[language]);
      const chosen = template === null ? undefined : fitting.find(({ id }) => id === template);
      const { title, blocks } = chosen ?? fitting[0];
      return { title, blocks };
    },
  };
}

/** G-11: the organisation's own tags that are there, by name, so that every screen and every laptop has one order. */
export function ownTagsOf({
  contractTags,
}: Pick<Roster, 'contractTags'>): readonly (OwnTag & { readonly id: ContractTagId })[] {
  return [...contractTags.values()].filter(({ deleted }) => !deleted).sort((a, b) => (a.name < b.name ? -1 : 1));
}
