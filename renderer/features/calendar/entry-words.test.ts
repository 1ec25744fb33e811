import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../shared/i18n/translate.js';
import type {
  ApplicationId,
  InterviewId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import type { InterviewEntry } from '../../data/roster/calendar-entries.js';
import { placesWords } from '../../ui/places-words.js';
import { circumstances, createEntryWords, entryInWords } from './entry-words.js';

const { t } = createTranslator('en');
const MAJA = 'maja' as RecruiterId;
const HEARING = { words: createEntryWords(t), recruiters: new Map([[MAJA, { name: 'Maja' }]]) };

function group(names: readonly string[], places: number | null, taken: number): InterviewEntry {
  const people = names.map((name) => ({
    interviewId: name as InterviewId,
    personId: name as PersonId,
    applicationId: name as ApplicationId,
    vacancyId: 'vacancy' as VacancyId,
    name,
    accTime: 'awaiting' as const,
  }));
  const what = {
    kind: 'interview',
    id: 'group',
    activity: 'first',
    meetingId: 'group',
    startsAt: 0,
    minutes: 30,
  } as const;
  const where = { place: 'Room 4', recruiterIds: [MAJA], vacancyTitle: 'Analyst' };
  return { ...what, ...where, people, group: { kind: 'group', places, taken } };
}

describe('what an entry of the calendar says of a group', () => {
  it('R60 how many of its places are taken stands before the vacancy, the place and the recruiters, once', () => {
    const entry = group(['Ebba', 'Jonas'], 4, 2);
    expect(circumstances(HEARING, entry)).toEqual(['2 of 4 places taken', 'Analyst', 'Room 4', 'Maja']);
    expect(entryInWords(HEARING, entry, '09:00').match(/places taken/g)).toHaveLength(1);
    expect(circumstances(HEARING, group(['Ebba', 'Jonas'], null, 2))).toEqual(['Analyst', 'Room 4', 'Maja']);
  });

  it('R60 where somebody of those who are listed has declined, the number says of how many it is', () => {
    const groupOf = (taken: number, places: number | null = null) => placesWords(t, { taken, places }, 4);
    expect(groupOf(3)).toBe('3 of the 4 invited have a place');
    expect(groupOf(4)).toBe('4 people in it');
    expect(groupOf(3, 5)).toBe('3 of 5 places taken');
  });
});
