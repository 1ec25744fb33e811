import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconCalendarOff, IconPencil } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '../../../shared/lib/time.js';
import type { ApplicationId, RecruiterId } from '../../../shared/records/primitives.js';
import { endOf, type CalendarEntry } from '../../data/roster/calendar-entries.js';
import { entryName } from '../../data/roster/entry-name.js';
import { isGroup } from '../../data/roster/groups.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { changeCalendarTicks } from '../../state/calendar-ticks.js';
import { AnswerLabel } from '../../ui/answer-label.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import page from '../../ui/list-page.module.css';
import { placesWords } from '../../ui/places-words.js';
import { SHORT_ACTIVITY_WORDS } from './activity-words.js';
import { AgendaBar } from './agenda-bar.js';
import { agendaLines, type AgendaLine } from './agenda-lines.js';
import classes from './agenda.module.css';
import { PersonLink } from './person-link.js';
import { AGENDA_ID, useAgendaTicks, type AgendaTicks } from './use-agenda-ticks.js';

interface AgendaProps {
  readonly entries: readonly CalendarEntry[];
  readonly today: string;
  readonly now: number;
  readonly onOpenEntry: (entry: CalendarEntry) => void;
}

const SHOWN_AT_ONCE = 300;

/**
 * The calendar as a list (R93, R95, R96): everything that the other views show, as a table for every reader. Applicants are
 * ticked here for *Further progress* (R101).
 */
export function Agenda(props: AgendaProps) {
  const { entries } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const lines = agendaLines(entries, (entry) => dateIn(formats.zone, entry.startsAt));
  const ticks = useAgendaTicks(lines.flatMap(({ person }) => person?.applicationId ?? []));
  return (
    <div className={page['page']}>
      {lines.length === 0 ? (
        <EmptyState icon={IconCalendarOff} title={t('calendar.empty')}>
          {t('calendar.emptyText')}
        </EmptyState>
      ) : (
        <Table {...props} lines={lines} ticks={ticks} />
      )}
      <AgendaBar {...ticks} />
    </div>
  );
}

interface TableProps extends AgendaProps {
  readonly lines: readonly AgendaLine[];
  readonly ticks: AgendaTicks;
}

function Table({ lines, ticks, today, now, onOpenEntry }: TableProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const recruiterNames = useRoster(useCallback(({ recruiters }: Roster) => recruiters, []));
  const namesOf = (ids: readonly RecruiterId[]): string =>
    ids.flatMap((id) => recruiterNames.get(id)?.name ?? []).join(', ');
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a place that scrolls is reached by keyboard (WCAG 2.1.1)
    <div className={classes['frame']} tabIndex={0} role="region" aria-label={t('calendar.agenda')}>
      <table id={AGENDA_ID} className={classes['table']}>
        <Head ticks={ticks} />
        <tbody>
          {lines.slice(0, most).map((line) => (
            <tr
              key={line.key}
              data-first={line.isFirstOfDay || undefined}
              data-today={line.date === today || undefined}
              data-past={endOf(line.entry) <= now || undefined}
              data-ticked={isTicked(line, ticks) || undefined}
            >
              {/* In each row for those who hear it, and once for those who see the one above. */}
              <td className={classes['date']}>
                <span className={line.isFirstOfDay ? undefined : classes['spoken']}>
                  {formats.longDate(line.entry.startsAt)}
                </span>
              </td>
              <Tick line={line} ticks={ticks} />
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

function isTicked({ person }: AgendaLine, ticks: AgendaTicks): boolean {
  return person !== null && person.applicationId !== null && ticks.isTicked(person.applicationId);
}

/** Whoever applied for nothing has no status to progress with. */
function Tick({ line, ticks }: { readonly line: AgendaLine; readonly ticks: AgendaTicks }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { person, entry } = line;
  const id: ApplicationId | null = person?.applicationId ?? null;
  return (
    <td className={classes['tick']}>
      {person === null || id === null ? null : (
        <Checkbox
          aria-label={t('applications.tick', { name: `${person.name}, ${formats.dateTime(entry.startsAt)}` })}
          checked={ticks.isTicked(id)}
          onChange={(event) => {
            ticks.tick(id, event);
          }}
        />
      )}
    </td>
  );
}

function Head({ ticks: { ids, isTicked: isOn } }: { readonly ticks: AgendaTicks }) {
  const { t } = useTranslation();
  const all = ids.length > 0 && ids.every(isOn);
  return (
    <thead>
      <tr>
        <th scope="col">{t('calendar.date')}</th>
        <td className={classes['tick']}>
          <Checkbox
            aria-label={t('applications.tickShown')}
            checked={all}
            indeterminate={!all && ids.some(isOn)}
            disabled={ids.length === 0}
            onChange={() => {
              changeCalendarTicks(all ? { type: 'clear' } : { type: 'tick-all', ids });
            }}
          />
        </td>
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
        {isFirstOfEntry && isGroup(entry) ? <small>{placesWords(t, entry.group, entry.people.length)}</small> : null}
      </td>
      <td>{entry.vacancyTitle}</td>
      <td className={classes['activity']}>{t(SHORT_ACTIVITY_WORDS[entry.activity])}</td>
      <td className={classes['answer']}>{accTime === null ? null : <AnswerLabel answer={accTime} />}</td>
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
