import { ActionIcon, Button } from '@mantine/core';
import { IconCalendarOff, IconPencil } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '../../../shared/lib/time.js';
import type { InterviewAnswer } from '../../../shared/records/interview.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { endOf, type CalendarEntry, type EntryPerson } from '../../data/roster/calendar-entries.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { AnswerLabel } from '../../ui/answer-label.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { ACTIVITY_WORDS } from './activity-words.js';
import classes from './agenda.module.css';
import { entryName } from './entry-name.js';
import { PersonLink } from './person-link.js';

interface AgendaProps {
  readonly entries: readonly CalendarEntry[];
  readonly today: string;
  readonly now: number;
  readonly onOpenEntry: (entry: CalendarEntry) => void;
}

interface AgendaLine {
  readonly key: string;
  readonly entry: CalendarEntry;
  /** Each applicant of a meeting has a line of his or her own: their answers differ. */
  readonly person: EntryPerson | null;
  readonly accTime: InterviewAnswer | null;
  /** Whether it begins another day than the line above. */
  readonly date: string;
  readonly isFirstOfDay: boolean;
  readonly isFirstOfEntry: boolean;
}

const SHOWN_AT_ONCE = 300;

/** The calendar as a list (R93, R95, R96): everything that the other views show, as a table for every reader. */
export function Agenda({ entries, today, now, onOpenEntry }: AgendaProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const recruiterNames = useRoster(useCallback(({ recruiters }: Roster) => recruiters, []));
  const namesOf = (ids: readonly RecruiterId[]): string =>
    ids.flatMap((id) => recruiterNames.get(id)?.name ?? []).join(', ');
  const lines = agendaLines(entries, (entry) => dateIn(formats.zone, entry.startsAt));
  if (lines.length === 0) {
    return (
      <EmptyState icon={IconCalendarOff} title={t('calendar.empty')}>
        {t('calendar.emptyText')}
      </EmptyState>
    );
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a place that scrolls is reached by keyboard (WCAG 2.1.1)
    <div className={classes['frame']} tabIndex={0} role="region" aria-label={t('calendar.agenda')}>
      <table className={classes['table']}>
        <Head />
        <tbody>
          {lines.slice(0, most).map((line) => (
            <tr
              key={line.key}
              data-first={line.isFirstOfDay || undefined}
              data-today={line.date === today || undefined}
              data-past={endOf(line.entry) <= now || undefined}
            >
              {/* In each row for those who hear it, and once for those who see the one above. */}
              <td className={classes['date']}>
                <span className={line.isFirstOfDay ? undefined : classes['spoken']}>
                  {formats.longDate(line.entry.startsAt)}
                </span>
              </td>
              <Cells line={line} recruiters={namesOf(line.entry.recruiterIds)} onOpenEntry={onOpenEntry} />
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length <= most ? null : (
        <Button
          className={classes['more'] ?? ''}
          onClick={() => {
            setMost(most + SHOWN_AT_ONCE);
          }}
        >
          {t('calendar.more', { count: lines.length - most })}
        </Button>
      )}
    </div>
  );
}

function Head() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('calendar.date')}</th>
        <th scope="col">{t('calendar.time')}</th>
        <th scope="col">{t('calendar.name')}</th>
        <th scope="col">{t('capture.vacancy')}</th>
        <th scope="col">{t('calendar.activity')}</th>
        <th scope="col">{t('calendar.accTime')}</th>
        <th scope="col">{t('calendar.recruiters')}</th>
        <td />
      </tr>
    </thead>
  );
}

interface CellsProps extends Pick<AgendaProps, 'onOpenEntry'> {
  readonly line: AgendaLine;
  readonly recruiters: string;
}

function Cells({ line: { entry, person, accTime, isFirstOfEntry }, recruiters, onOpenEntry }: CellsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const times = `${formats.time(entry.startsAt)}–${formats.time(endOf(entry))}`;
  return (
    <>
      <td className={classes['time']}>{times}</td>
      <td className={classes['name']}>
        {entry.kind === 'appointment' ? <b>{entry.title}</b> : null}
        {person === null ? null : <PersonLink person={person} />}
        {entry.place === '' ? null : <small>{entry.place}</small>}
      </td>
      <td>{entry.vacancyTitle}</td>
      <td>{t(ACTIVITY_WORDS[entry.activity])}</td>
      <td>{accTime === null ? null : <AnswerLabel answer={accTime} />}</td>
      <td>{recruiters}</td>
      <td>
        {isFirstOfEntry ? (
          <ActionIcon
            size={28}
            aria-label={t('calendar.editNamed', { name: `${entryName(entry)}, ${times}` })}
            onClick={() => {
              onOpenEntry(entry);
            }}
          >
            <IconPencil {...icon} />
          </ActionIcon>
        ) : null}
      </td>
    </>
  );
}

function agendaLines(
  entries: readonly CalendarEntry[],
  dateOf: (entry: CalendarEntry) => string,
): readonly AgendaLine[] {
  const lines: AgendaLine[] = [];
  for (const entry of entries) {
    const date = dateOf(entry);
    const people =
      entry.kind === 'interview'
        ? entry.people
        : entry.people.length > 0
          ? entry.people.map((person) => ({ ...person, accTime: null }))
          : [null];
    for (const [place, person] of people.entries()) {
      lines.push({
        key: `${entry.id} ${place}`,
        entry,
        person,
        accTime: person?.accTime ?? null,
        date,
        isFirstOfDay: lines.at(-1)?.date !== date,
        isFirstOfEntry: place === 0,
      });
    }
  }
  return lines;
}
