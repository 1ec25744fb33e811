import type { InterviewAnswer } from '../../../shared/records/interview.js';
import type { InterviewEntry } from '../../data/roster/calendar-entries.js';

/** *Acc. time* of a meeting (R96); null where nobody was invited or its people answered differently. */
export function commonAnswer({ people }: Pick<InterviewEntry, 'people'>): InterviewAnswer | null {
  const [first] = people;
  return first !== undefined && people.every(({ accTime }) => accTime === first.accTime) ? first.accTime : null;
}

export function acceptedCount({ people }: Pick<InterviewEntry, 'people'>): number {
  return people.filter(({ accTime }) => accTime === 'accepted').length;
}
