import { useMemo } from 'react';
import { groupPlaces, holdsPlace, type GroupPlaces } from '../../../shared/domain/group-places.js';
import { accTime } from '../../../shared/domain/interview-answers.js';
import { calendarEntries, type InterviewEntry } from '../../data/roster/calendar-entries.js';
import type { SeenMeeting } from '../../data/meeting.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import type { NewAnswers } from './opened-meeting.js';

/** The meeting as the calendar has it; null where only some of those who are in it are meant: places are a matter of all. */
export function useWholeMeeting(meeting: SeenMeeting): InterviewEntry | null {
  const select = useMemo(
    () =>
      (roster: Roster): InterviewEntry | null => {
        const [first] = meeting;
        if (first === undefined) return null;
        const { startsAt } = first.fields;
        const at = { from: startsAt, to: startsAt + 1, activities: [], recruiterIds: [] };
        for (const entry of calendarEntries(roster, at)) {
          if (entry.kind !== 'interview' || !entry.people.some(({ interviewId }) => interviewId === first.id)) continue;
          return entry.people.length === meeting.length ? entry : null;
        }
        return null;
      },
    [meeting],
  );
  return useRoster(select);
}

/** How many have a place, with the answers as they stand, and as they would be after *Save changes*. */
export function usePlacesOf(meeting: SeenMeeting, answers: NewAnswers): Record<'before' | 'after', GroupPlaces> {
  const applications = useRoster(applicationsOf);
  const memberOf = ({ id, fields, events }: SeenMeeting[number], given: NewAnswers) => ({
    ...fields,
    accTime: given.get(id) ?? accTime(fields, events),
    cancelled: false,
    status: applications.get(fields.applicationId)?.status ?? 'new',
  });
  const count = (given: NewAnswers): GroupPlaces => {
    const members = meeting.map((record) => memberOf(record, given));
    return groupPlaces(members) ?? { places: null, taken: members.filter(holdsPlace).length };
  };
  return { before: count(NO_ANSWERS), after: count(answers) };
}

const NO_ANSWERS: NewAnswers = new Map();

function applicationsOf({ applications }: Roster) {
  return applications;
}

/**
 * The same of a whole meeting as it stands at this moment, whatever the form was opened on: an answer may have been read from a
 * mail meanwhile, or somebody else invited. Null where not everybody in it is meant: then its places are not for them to change.
 *
 * @param places what they are to be; undefined where they stay
 */
export function placesNow(
  { interviews, applications }: Pick<Roster, 'interviews' | 'applications'>,
  meeting: SeenMeeting,
  { answers, places }: { readonly answers: NewAnswers; readonly places: number | null | undefined },
): Record<'before' | 'after', GroupPlaces> | null {
  const [first] = meeting;
  if (first === undefined) return null;
  const { meetingId, startsAt } = first.fields;
  const members = [...interviews.values()].filter(
    (one) => one.meetingId === meetingId && one.startsAt === startsAt && !one.cancelled,
  );
  const count = (given: NewAnswers): GroupPlaces | null =>
    groupPlaces(
      members.map((one) => ({
        ...one,
        accTime: given.get(one.id) ?? one.accTime,
        status: applications.get(one.applicationId)?.status ?? 'new',
      })),
    );
  const [before, after] = [count(NO_ANSWERS), count(answers)];
  if (before === null || after === null) return null;
  return { before, after: places === undefined ? after : { ...after, places } };
}
