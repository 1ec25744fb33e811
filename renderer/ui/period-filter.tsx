import { Button, Popover, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../shared/i18n/translate.js';
import { addDays } from '../../shared/lib/time.js';
import type { Period } from '../state/period.js';
import { ClearFilter } from './clear-filter.js';
import filter from './filter-menu.module.css';
import { useFormats, type Formats } from './formats.js';
import { tagIcon } from './icon-props.js';
import classes from './period-filter.module.css';

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

function Dates({ period, onChange }: { readonly period: Period } & Pick<PeriodFilterProps, 'onChange'>) {
  const { t } = useTranslation();
  const change = (next: Period): void => {
    onChange(next.from === null && next.to === null ? null : next);
  };
  return (
    <div className={classes['dates']}>
      <TextInput
        type="date"
        label={t('applications.from')}
        value={period.from ?? ''}
        onChange={({ currentTarget }) => {
          change({ ...period, from: currentTarget.value === '' ? null : currentTarget.value });
        }}
      />
      <TextInput
        type="date"
        label={t('applications.to')}
        value={period.to ?? ''}
        min={period.from ?? undefined}
        onChange={({ currentTarget }) => {
          change({ ...period, to: currentTarget.value === '' ? null : currentTarget.value });
        }}
      />
    </div>
  );
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
