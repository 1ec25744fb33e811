import type { ContractDesk } from '../../shared/domain/contract-desk.js';
import { ownTagNames } from '../../shared/domain/contract-tags.js';
import { templatesFor } from '../../shared/domain/contract-templates.js';
import type { Roster } from './roster/rows.js';
import { SHIPPED_WORDINGS } from './shipped-wordings.js';

/** What contracts are made of, as the roster has it now. */
export function contractDesk(roster: Roster): ContractDesk {
  const { applications, contractTags, contractTemplates } = roster;
  return {
    ownTags: ownTagNames(contractTags.values()),
    agreed: (application) => applications.get(application)?.employment ?? null,
    wording: (template, department, language) => {
      const fitting = templatesFor(contractTemplates.values(), department, language, SHIPPED_WORDINGS[language]);
      const chosen = template === null ? undefined : fitting.find(({ id }) => id === template);
      const { title, blocks } = chosen ?? fitting[0];
      return { title, blocks };
    },
  };
}
