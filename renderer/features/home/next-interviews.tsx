import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dateIn, MINUTE, startOfDate, type Instant } from '../../../shared/lib/time.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { calendarEntries, endOf, type CalendarEntry, type EntryPerson } from '../../data/roster/calendar-entries.js';
import type { Roster } from '../../data/roster/rows.js';
import { usePreferences, useRoster } from '../../data/use-session.js';
import { AnswerLabel } from '../../ui/answer-label.js';
import { useFormats } from '../../ui/formats.js';
import { SHORT_INTERVIEW_WORDS } from '../../ui/interview-words.js';
import { TextLink } from '../../ui/links.js';
import classes from './next-interviews.module.css';

const MOST_SHOWN = 4;
const SOON = 60 * MINUTE;

/** What stands in one's own calendar today and tomorrow and is not over yet, the next first. */
export function useNextEntries(now: Instant): readonly CalendarEntry[] {
  const { zone } = useFormats();
  const { recruiterId } = usePreferences();
  const minute = now - (now % MINUTE);
  const select = useMemo(() => {
    const to = startOfDate(zone, addDays(dateIn(zone, minute), 2));
    const recruiterIds = recruiterId === null ? [] : [recruiterId as RecruiterId];
    const filter = { from: minute, to, activities: [], recruiterIds };
    return (roster: Roster) => calendarEntries(roster, filter).filter((entry) => endOf(entry) > minute);
  }, [zone, minute, recruiterId]);
  return useRoster(select);
}

interface NextInterviewsProps {
  readonly entries: readonly CalendarEntry[];
  readonly now: Instant;
}

/** Today's interviews with their answers, as a timetable: the time first. */
export function NextInterviews({ entries, now }: NextInterviewsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { zone } = formats;
  const today = dateIn(zone, now);
  const shown = entries.slice(0, MOST_SHOWN);
  const later = shown.filter(({ startsAt }) => dateIn(zone, startsAt) > today);
  const soon = shown.filter((entry) => !later.includes(entry));
  const [first] = later;
  return (
    <section className={classes['section']}>
      <header>
        <h2>{t('home.nextInterviews')}</h2>
        <TextLink to="/calendar">
          {entries.length > shown.length ? t('home.allEntries', { count: entries.length }) : t('shell.calendar')}
        </TextLink>
      </header>
      <Rows entries={soon} now={now} />
      {first === undefined ? null : (
        <>
          <p>{t('home.tomorrow', { date: formats.longDate(first.startsAt) })}</p>
          <Rows entries={later} now={now} />
        </>
      )}
    </section>
  );
}

function Rows({ entries, now }: NextInterviewsProps) {
  return (
    <ul>
      {entries.map((entry) => (
        <Row key={entry.id} entry={entry} now={now} />
      ))}
    </ul>
  );
}

function Row({ entry, now }: { readonly entry: CalendarEntry; readonly now: Instant }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const away = entry.startsAt - now;
  const [person, ...others] = entry.people;
  return (
    <li className={classes['row']}>
      <time>{formats.time(entry.startsAt)}</time>
      <span className={classes['who']}>
        <b>
          <span>
            {entry.kind === 'appointment' ? `${entry.title} ` : null}
            {person === undefined ? null : <PersonLink person={person} />}
            {others.length === 0 ? null : ` +${others.length.toString()}`}
          </span>
          {away > 0 && away <= SOON ? <em>{t('home.inMinutes', { count: Math.ceil(away / MINUTE) })}</em> : null}
        </b>
        <span>{[entry.vacancyTitle, entry.place].filter(Boolean).join(' · ')}</span>
      </span>
      <span>{entry.kind === 'interview' ? t(SHORT_INTERVIEW_WORDS[entry.activity]) : t('calendar.appointment')}</span>
      <Answer entry={entry} />
    </li>
  );
}

function PersonLink({ person }: { readonly person: EntryPerson }) {
  const { applicationId, vacancyId, personId, name } = person;
  if (applicationId === null || vacancyId === null) {
    return (
      <Link to="/people/$personId" params={{ personId }}>
        {name}
      </Link>
    );
  }
  return (
    <Link to="/vacancies/$vacancyId/applications/$applicationId" params={{ vacancyId, applicationId }}>
      {name}
    </Link>
  );
}

function Answer({ entry }: { readonly entry: CalendarEntry }) {
  const { t } = useTranslation();
  if (entry.kind === 'appointment') return <span />;
  const answers = new Set(entry.people.map(({ accTime }) => accTime));
  const [answer = null] = answers;
  if (answers.size > 1) {
    const accepted = entry.people.filter(({ accTime }) => accTime === 'accepted').length;
    return <span>{t('calendar.acceptedOf', { accepted, count: entry.people.length })}</span>;
  }
  return answer === null ? <span /> : <AnswerLabel answer={answer} />;
}
