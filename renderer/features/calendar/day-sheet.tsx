import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { endOf, type CalendarEntry } from '../../data/roster/calendar-entries.js';
import type { ColumnsBy } from '../../state/calendar-view.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import { useFormats } from '../../ui/formats.js';
import { ACTIVITY_WORDS } from './activity-words.js';
import { agendaLines, type AgendaLine } from './agenda-lines.js';
import type { FairDay } from './calendar-hints.js';
import classes from './day-print.module.css';
import { useRecruiterNames } from './use-recruiter-names.js';
import { wallDate } from './wall-clock.js';
import { createWallFormats } from './wall-formats.js';

interface DaySheetProps {
  /** Whose it is, or which room's. */
  readonly title: string;
  readonly by: ColumnsBy;
  readonly date: string;
  readonly fair: FairDay | undefined;
  readonly entries: readonly CalendarEntry[];
}

/** One day of one recruiter or one room on paper: when, who, for which vacancy, what, where or with whom, and the answer. */
export function DaySheet({ title, by, date, fair, entries }: DaySheetProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const formats = useMemo(() => createWallFormats(language), [language]);
  const hours = fair === undefined ? [] : [`${fair.name}, ${fair.opensAt}–${fair.closesAt}`];
  return (
    <section className={classes['sheet']}>
      <h1>{title}</h1>
      <p>{[formats.day(wallDate(date)), ...hours].join(' · ')}</p>
      <table>
        <thead>
          <tr>
            <th>{t('calendar.time')}</th>
            <th>{t('calendar.name')}</th>
            <th>{t('capture.vacancy')}</th>
            <th>{t('calendar.activity')}</th>
            <th>{t(by === 'rooms' ? 'calendar.recruiters' : 'calendar.place')}</th>
            <th>{t('calendar.accTime')}</th>
          </tr>
        </thead>
        <tbody>
          {agendaLines(entries, () => date).map((line) => (
            <SheetLine key={line.key} line={line} by={by} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SheetLine({ line: { entry, person, accTime, isFirstOfEntry }, by }: { line: AgendaLine; by: ColumnsBy }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const names = [entry.kind === 'appointment' ? entry.title : '', person?.name ?? ''];
  return (
    <tr data-next={!isFirstOfEntry || undefined}>
      <td className={classes['time']}>
        {isFirstOfEntry ? `${formats.time(entry.startsAt)}–${formats.time(endOf(entry))}` : null}
      </td>
      <td className={classes['name']}>{names.filter((name) => name !== '').join(', ')}</td>
      <td>{entry.vacancyTitle}</td>
      <td>{t(ACTIVITY_WORDS[entry.activity])}</td>
      <td>{by === 'rooms' ? <Recruiters ids={entry.recruiterIds} /> : entry.place}</td>
      <td>{accTime === null ? null : t(ANSWER_LOOKS[accTime].word)}</td>
    </tr>
  );
}

function Recruiters({ ids }: { readonly ids: readonly RecruiterId[] }) {
  return useRecruiterNames(ids);
}
