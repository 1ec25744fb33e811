import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { ACTIVITIES, type CalendarEntry } from '../../data/roster/calendar-entries.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { changeCalendar, COLUMNS_BY, useCalendarStore } from '../../state/calendar-view.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import { DateField } from '../../ui/date-field.js';
import { FieldError } from '../../ui/field-error.js';
import { FilterChip } from '../../ui/filter-chip.js';
import { FilterMenu } from '../../ui/filter-menu.js';
import { icon } from '../../ui/icon-props.js';
import { readDate } from '../../ui/read-typed.js';
import { ACTIVITY_WORDS } from './activity-words.js';
import classes from './calendar-filters.module.css';
import type { DateRange } from './shown-range.js';
import type { CalendarOnShow } from './use-calendar.js';
import { COLUMN_WORDS, showColumns } from './use-calendar-shortcuts.js';

/** Stands in the list of recruiters for all of them. */
const STAND = 'stand';

/** *Select activity*, whose calendar, how a day is parted, and *Date from*, *Date to*, *Search* (R98, R99, C35). */
export function CalendarFilters({ calendar }: { readonly calendar: CalendarOnShow }) {
  const { t } = useTranslation();
  const { activities, answer } = useCalendarStore();
  const { view, all, columns, range } = calendar;
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
      <WhoseMenu calendar={calendar} />
      {view === 'day' ? (
        <FilterMenu
          label={t('calendar.columns')}
          choose="one"
          options={COLUMNS_BY.map((value) => ({ value, label: t(COLUMN_WORDS[value]) }))}
          chosen={columns === null ? [] : [columns.by]}
          onChange={([by = null]) => {
            showColumns(by);
          }}
        />
      ) : null}
      {answer === null ? null : (
        <FilterChip
          label={t(ANSWER_LOOKS[answer].word)}
          onClear={() => {
            changeCalendar({ answer: null });
          }}
        />
      )}
      <span className={classes['divider']} />
      <PeriodForm key={`${range.from} ${range.to}`} range={range} />
    </div>
  );
}

/** One's own calendar, colleagues', or the whole stand's; without a choice it is one's own again. */
function WhoseMenu({ calendar: { everybodys, recruiterIds } }: { readonly calendar: CalendarOnShow }) {
  const { t } = useTranslation();
  const recruiters = useRoster(
    useCallback((roster: Roster) => recruitersToChoose(roster, recruiterIds), [recruiterIds]),
  );
  const isStand = recruiterIds.length === 0;
  const options = [
    { value: STAND, label: t('calendar.wholeStand'), count: everybodys.length },
    ...recruiters.map(({ id, name }) => ({ value: id, label: name, count: countOf(everybodys, id) })),
  ];
  return (
    <FilterMenu<string>
      label={t('calendar.whose')}
      choose="many"
      options={options}
      chosen={isStand ? [STAND] : recruiterIds}
      onChange={(chosen) => {
        const ids = recruiters.map(({ id }) => id).filter((id) => chosen.includes(id));
        const isStandNow = chosen.includes(STAND) && !(isStand && ids.length > 0);
        changeCalendar({ recruiterIds: isStandNow ? [] : ids.length === 0 ? null : ids });
      }}
    />
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
