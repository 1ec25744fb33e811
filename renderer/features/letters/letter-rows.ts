import { waitsForPost } from '../../../shared/domain/letter-state.js';
import type { ApplicationStatus } from '../../../shared/records/application.js';
import type { LetterTemplate } from '../../../shared/records/letter.js';
import type { LetterRow, Roster } from '../../data/roster/rows.js';

export const LETTER_LISTS = ['waiting', 'done'] as const;
export type LetterList = (typeof LETTER_LISTS)[number];

/** A line of *Letters*. */
export interface ListedLetter extends LetterRow {
  readonly vacancy: string;
  /** What became of the application since, where a letter that waits may no longer be meant (C34); else null. */
  readonly statusNow: ApplicationStatus | null;
}

/** Letters that wait for post, the oldest first; those that are done with, the newest first. */
export function lettersIn(roster: Roster, list: LetterList): readonly ListedLetter[] {
  const rows = [...roster.letters.values()].filter(({ state }) => waitsForPost(state) === (list === 'waiting'));
  const inOrder = rows.sort((a, b) =>
    list === 'waiting' ? a.writtenAt - b.writtenAt || (a.id < b.id ? -1 : 1) : b.since - a.since,
  );
  return inOrder.map((row) => ({
    ...row,
    vacancy: roster.vacancies.get(row.vacancyId)?.title ?? '',
    statusNow: statusToSee(row, roster),
  }));
}

/** The end of an application that makes each letter doubtful. */
const ENDS = {
  'letter-received': ['deleted', 'moved', 'withdrawn', 'hired', 'rejected'],
  'letter-rejected': ['deleted', 'moved', 'withdrawn', 'hired'],
} as const satisfies Record<LetterTemplate, readonly ApplicationStatus[]>;

function statusToSee({ state, template, applicationId }: LetterRow, roster: Roster): ApplicationStatus | null {
  if (!waitsForPost(state)) return null;
  const status = roster.applications.get(applicationId)?.status ?? 'deleted';
  return (ENDS[template] as readonly ApplicationStatus[]).includes(status) ? status : null;
}
