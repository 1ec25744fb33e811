import type { GroupPlaces } from '../../../shared/domain/group-places.js';
import type { MessageKey, Translate } from '../../../shared/i18n/translate.js';
import { INTERVIEW_ANSWERS, type InterviewAnswer } from '../../../shared/records/interview.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { ACTIVITIES, type Activity, type CalendarEntry } from '../../data/roster/calendar-entries.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import { ACTIVITY_WORDS, SHORT_ACTIVITY_WORDS } from './activity-words.js';
import { roomOf } from './day-columns.js';
import { acceptedCount, commonAnswer } from './entry-answer.js';
import { entryName } from '../../data/roster/entry-name.js';

export type RecruiterNames = ReadonlyMap<RecruiterId, { readonly name: string }>;

interface Word {
  readonly word: string;
  /** For the small entries; the whole word is what is read out. */
  readonly short: string;
}

/** The words of *Activity* (R95) and *Acc. time* (R96), looked up once for a language and not once for each entry. */
export interface EntryWords {
  readonly activities: Readonly<Record<Activity, Word>>;
  readonly answers: Readonly<Record<InterviewAnswer, Word>>;
  acceptedOf(accepted: number, count: number): string;
  placesOf(group: GroupPlaces): string;
}

export function createEntryWords(t: Translate): EntryWords {
  const word = (long: MessageKey, short: MessageKey): Word => ({ word: t(long), short: t(short) });
  const activity = (value: Activity) => [value, word(ACTIVITY_WORDS[value], SHORT_ACTIVITY_WORDS[value])] as const;
  const answer = (value: InterviewAnswer) =>
    [value, word(ANSWER_LOOKS[value].word, ANSWER_LOOKS[value].short)] as const;
  return {
    activities: recordOf(ACTIVITIES.map(activity)),
    answers: recordOf(INTERVIEW_ANSWERS.map(answer)),
    acceptedOf: (accepted, count) => t('calendar.acceptedOf', { accepted, count }),
    placesOf: ({ taken, places }) => (places === null ? '' : t('interview.placesTaken', { taken, places })),
  };
}

interface Hearing {
  readonly words: EntryWords;
  readonly recruiters: RecruiterNames;
}

/** `09:00 Ida Sand, Second interview, Accepted, Analyst, Room 4, Maja Lindhult`: all of R95, R96 and R102, in one line. */
export function entryInWords({ words, recruiters }: Hearing, entry: CalendarEntry, time: string): string {
  const parts = [`${time} ${entryName(entry)}`, words.activities[entry.activity].word];
  if (entry.kind === 'interview') {
    const answer = commonAnswer(entry);
    if (answer !== null) parts.push(words.answers[answer].word);
    else if (entry.people.some(({ accTime }) => accTime !== null)) {
      parts.push(words.acceptedOf(acceptedCount(entry), entry.people.length));
    }
  }
  return [...parts, ...circumstances({ words, recruiters }, entry)].filter((part) => part !== '').join(', ');
}

/** R60, R102: how many places are taken, the vacancy, the place, and who attends; but for the recruiter or the place that its column is for. */
export function circumstances(
  { words, recruiters }: Hearing,
  entry: CalendarEntry,
  column: string | null = null,
): readonly string[] {
  const names = entry.recruiterIds.flatMap((id) => (id === column ? [] : (recruiters.get(id)?.name ?? [])));
  const place = roomOf(entry.place) === column ? '' : entry.place;
  const places = entry.kind === 'interview' && entry.group !== null ? words.placesOf(entry.group) : '';
  return [places, entry.vacancyTitle, place, ...names].filter((part) => part !== '');
}

function recordOf<Key extends string>(pairs: readonly (readonly [Key, Word])[]): Record<Key, Word> {
  return Object.fromEntries(pairs) as Record<Key, Word>;
}
