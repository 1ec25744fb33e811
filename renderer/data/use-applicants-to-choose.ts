import { useMemo } from 'react';
import { isListed } from '../../shared/domain/application-status.js';
import { foldText } from '../../shared/lib/fold-text.js';
import type { ApplicationId } from '../../shared/records/primitives.js';
import type { Roster } from './roster/rows.js';
import { useRoster } from './use-session.js';

const MOST_SHOWN = 12;

export interface ApplicantToChoose {
  readonly value: ApplicationId;
  readonly label: string;
}

/** Applications that lists know, by their person's name, school or address; with the vacancy, as one may have applied twice. */
export function useApplicantsToChoose(typed: string): readonly ApplicantToChoose[] {
  return useRoster(useMemo(() => (roster: Roster) => applicantsToChoose(roster, typed), [typed]));
}

function applicantsToChoose(roster: Roster, typed: string): readonly ApplicantToChoose[] {
  const words = foldText(typed).split(' ').filter(Boolean);
  const found: ApplicantToChoose[] = [];
  if (words.length === 0) return found;
  for (const person of roster.people.values()) {
    if (!words.every((word) => person.search.includes(word))) continue;
    for (const { id, status, vacancyId } of roster.applicationsOf(person.id)) {
      if (!isListed(status)) continue;
      const name = `${person.givenName} ${person.familyName}`.trim();
      found.push({ value: id, label: [name, roster.vacancies.get(vacancyId)?.title].filter(Boolean).join(' · ') });
    }
    if (found.length >= MOST_SHOWN) break;
  }
  return found;
}
