import { STATUS_RULES } from '../../../shared/domain/application-status.js';
import { foldText } from '../../../shared/lib/fold-text.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import type { ApplicationRow, Roster } from './rows.js';

/** Somebody who waits for an interview. */
export interface ToInvite extends Pick<ApplicationRow, 'id' | 'status'> {
  readonly name: string;
}

export interface ToInviteList {
  /** The first of them, as many as are asked for. */
  readonly shown: readonly ToInvite[];
  readonly count: number;
}

interface Asked {
  readonly vacancyId: VacancyId;
  /** Part of a name, a school or an address; empty for everybody. */
  readonly typed: string;
  readonly now: Instant;
  readonly most: number;
}

/** The active applicants of a vacancy (C20, C26) without an interview to come, whoever has waited longest first. */
export function toInvite(roster: Roster, { vacancyId, typed, now, most }: Asked): ToInviteList {
  const busy = new Set<ApplicationId>();
  for (const { applicationId, startsAt, cancelled } of roster.interviews.values()) {
    if (!cancelled && startsAt > now) busy.add(applicationId);
  }
  const words = foldText(typed).split(' ').filter(Boolean);
  const waiting = roster.applicationsIn(vacancyId).filter(({ id, status, personId }) => {
    const { group } = STATUS_RULES[status];
    if ((group !== 'active' && group !== 'pending') || busy.has(id)) return false;
    return words.every((word) => roster.people.get(personId)?.search.includes(word) === true);
  });
  const shown = [...waiting].sort((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1)).slice(0, most);
  return {
    shown: shown.map(({ id, status, personId }) => {
      const person = roster.people.get(personId);
      return { id, status, name: person === undefined ? '' : `${person.givenName} ${person.familyName}`.trim() };
    }),
    count: waiting.length,
  };
}
