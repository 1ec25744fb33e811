import { Button, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../shared/i18n/translate.js';
import { addDays } from '../../shared/lib/time.js';
import type { Period } from '../state/period.js';
import { ClearFilter } from './clear-filter.js';
import { DateField } from './date-field.js';
import { FieldError } from './field-error.js';
import filter from './filter-menu.module.css';
import { useFormats, type Formats } from './formats.js';
import { tagIcon } from './icon-props.js';
import classes from './period-filter.module.css';
import { readDate } from './read-typed.js';

/** The words of a set filter: with `{period}`, with `{date}` each. */
interface PeriodWords {
  readonly between: MessageKey;
  readonly from: MessageKey;
  readonly to: MessageKey;
}

interface PeriodFilterProps {
  /** While it is not set. */
  readonly label: string;
  readonly words: PeriodWords;
  /** Calendar date. */
  readonly today: string;
  readonly period: Period | null;
  readonly onChange: (period: Period | null) => void;
}

/** The period in which something happened: a day or two with one click, or any dates. */
export function PeriodFilter({ label: unset, words, today, period, onChange }: PeriodFilterProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const formats = useFormats();
  const label = period === null ? unset : periodText(period, words, formats, t);
  return (
    <span className={filter['filter']} data-set={period !== null || undefined}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" width={296} trapFocus returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={filter['open']}
            onClick={() => {
              setOpened(!opened);
            }}
          >
            <span>{label}</span>
            {period === null ? <IconChevronDown {...tagIcon} /> : null}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={unset}>
          <div className={classes['days']}>
            {presets(today).map(({ word, from, to }) => (
              <Button
                key={word}
                size="xs"
                onClick={() => {
                  onChange({ from, to });
                  setOpened(false);
                }}
              >
                {t(word)}
              </Button>
            ))}
          </div>
          <Dates period={period ?? { from: null, to: null }} onChange={onChange} />
        </Popover.Dropdown>
      </Popover>
      {period === null ? null : (
        <ClearFilter
          name={label}
          onClear={() => {
            onChange(null);
          }}
        />
      )}
    </span>
  );
}

/** The period follows what is typed as soon as it can be read; until then the list stays as it was. */
function Dates({ period, onChange }: { readonly period: Period } & Pick<PeriodFilterProps, 'onChange'>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ from: period.from ?? '', to: period.to ?? '' });
  const [left, setLeft] = useState(false);
  const problems = left ? problemsOf(typed) : {};
  const change = (next: typeof typed): void => {
    setTyped(next);
    setLeft(false);
    if (Object.keys(problemsOf(next)).length > 0) return;
    const [from, to] = [readDate(next.from), readDate(next.to)];
    onChange(from === null && to === null ? null : { from, to });
  };
  return (
    <div className={classes['dates']}>
      {(['from', 'to'] as const).map((end) => (
        <DateField
          key={end}
          label={t(`applications.${end}`)}
          value={typed[end]}
          error={problems[end] === undefined ? undefined : <FieldError>{t(problems[end])}</FieldError>}
          onChange={(value) => {
            change({ ...typed, [end]: value });
          }}
          onLeave={() => {
            setLeft(true);
          }}
        />
      ))}
    </div>
  );
}

/** An open end is none. */
function problemsOf({ from, to }: Record<keyof Period, string>): Partial<Record<keyof Period, MessageKey>> {
  const isDate = (typed: string): boolean => typed === '' || readDate(typed) !== null;
  if (!isDate(from)) return { from: 'common.invalidDate' };
  if (!isDate(to)) return { to: 'common.invalidDate' };
  const [first, last] = [readDate(from), readDate(to)];
  return first !== null && last !== null && last < first ? { to: 'calendar.datesReversed' } : {};
}

function presets(today: string) {
  const yesterday = addDays(today, -1);
  return [
    { word: 'applications.today', from: today, to: today },
    { word: 'applications.yesterday', from: yesterday, to: yesterday },
    { word: 'applications.lastWeek', from: addDays(today, -6), to: today },
  ] as const;
}

/** A period in the words of its filter. */
export function periodText({ from, to }: Period, words: PeriodWords, formats: Formats, t: TFunction): string {
  if (from !== null && to !== null) return t(words.between, { period: formats.calendarRange(from, to) });
  if (from !== null) return t(words.from, { date: formats.calendarDate(from) });
  return t(words.to, { date: to === null ? '' : formats.calendarDate(to) });
}
