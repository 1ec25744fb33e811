import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { ACTIVITIES, type CalendarEntry } from '../../data/roster/calendar-entries.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { changeCalendar, useCalendarStore } from '../../state/calendar-view.js';
import { DateField } from '../../ui/date-field.js';
import { FieldError } from '../../ui/field-error.js';
import { FilterMenu } from '../../ui/filter-menu.js';
import { icon } from '../../ui/icon-props.js';
import { readDate } from '../../ui/read-typed.js';
import { ACTIVITY_WORDS } from './activity-words.js';
import classes from './calendar-filters.module.css';
import type { DateRange } from './shown-range.js';
import type { CalendarOnShow } from './use-calendar.js';

/** *Select activity*, whose calendar, and *Date from*, *Date to*, *Search* (R98, R99, C35). */
export function CalendarFilters({ calendar }: { readonly calendar: CalendarOnShow }) {
  const { t } = useTranslation();
  const { activities } = useCalendarStore();
  const { all, recruiterIds, range } = calendar;
  const recruiters = useRoster(
    useCallback((roster: Roster) => recruitersToChoose(roster, recruiterIds), [recruiterIds]),
  );
  return (
    <div className={classes['bar']}>
      <FilterMenu
        label={t('calendar.selectActivity')}
        choose="many"
        options={ACTIVITIES.map((value) => ({
          value,
          label: t(ACTIVITY_WORDS[value]),
          count: all.filter(({ activity }) => activity === value).length,
        }))}
        chosen={ACTIVITIES.filter((value) => activities.includes(value))}
        onChange={(chosen) => {
          changeCalendar({ activities: chosen });
        }}
      />
      <FilterMenu
        label={t('calendar.whose')}
        choose="many"
        options={recruiters.map(({ id, name }) => ({ value: id, label: name, count: countOf(all, id) }))}
        chosen={recruiterIds}
        onChange={(chosen) => {
          changeCalendar({ recruiterIds: chosen });
        }}
      />
      <span className={classes['divider']} />
      <PeriodForm key={`${range.from} ${range.to}`} range={range} />
    </div>
  );
}

/** Those who work here, and those who are chosen although they no longer do. */
function recruitersToChoose({ recruiters }: Roster, chosen: readonly RecruiterId[]) {
  return [...recruiters.values()].filter(({ id, active }) => active || chosen.includes(id));
}

function countOf(entries: readonly CalendarEntry[], id: RecruiterId): number {
  return entries.filter(({ recruiterIds }) => recruiterIds.includes(id)).length;
}

/** R99: both dates are part of the period. What is found is listed. */
function PeriodForm({ range }: { readonly range: DateRange }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(range);
  const [problem, setProblem] = useState<'common.invalidDate' | 'calendar.datesReversed' | null>(null);
  const search = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const [from, to] = [readDate(typed.from), readDate(typed.to)];
    if (from === null || to === null) setProblem('common.invalidDate');
    else if (to < from) setProblem('calendar.datesReversed');
    else changeCalendar({ view: 'agenda', date: from, period: { from, to } });
  };
  return (
    <form className={classes['period']} onSubmit={search} noValidate autoComplete="off">
      <DateField
        label={t('calendar.dateFrom')}
        value={typed.from}
        onChange={(from) => {
          setTyped({ ...typed, from });
        }}
      />
      <DateField
        label={t('calendar.dateTo')}
        value={typed.to}
        onChange={(to) => {
          setTyped({ ...typed, to });
        }}
      />
      <Button type="submit" variant="subtle" leftSection={<IconSearch {...icon} />}>
        {t('calendar.search')}
      </Button>
      {problem === null ? null : (
        <span role="alert" className={classes['problem']}>
          <FieldError>{t(problem)}</FieldError>
        </span>
      )}
    </form>
  );
}
