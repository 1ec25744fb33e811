import { Button, Popover, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dateIn } from '../../../shared/lib/time.js';
import { useSession } from '../../data/use-session.js';
import type { ReceivedPeriod } from '../../state/application-lists.js';
import { useFormats, type Formats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';
import { ClearFilter } from '../../ui/clear-filter.js';
import filter from '../../ui/filter-menu.module.css';
import classes from './filter-row.module.css';

interface ReceivedFilterProps {
  readonly period: ReceivedPeriod | null;
  readonly onChange: (period: ReceivedPeriod | null) => void;
}

/** The period in which applications were received: a day or two with one click, or any dates. */
export function ReceivedFilter({ period, onChange }: ReceivedFilterProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const formats = useFormats();
  const today = dateIn(formats.zone, useSession().now());
  const label = period === null ? t('applications.received') : periodText(period, formats, t);
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
        <Popover.Dropdown aria-label={t('applications.received')}>
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

function Dates({ period, onChange }: { readonly period: ReceivedPeriod } & Pick<ReceivedFilterProps, 'onChange'>) {
  const { t } = useTranslation();
  const change = (next: ReceivedPeriod): void => {
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

function periodText({ from, to }: ReceivedPeriod, formats: Formats, t: TFunction): string {
  if (from !== null && to !== null) {
    return t('applications.receivedBetween', { period: formats.calendarRange(from, to) });
  }
  if (from !== null) return t('applications.receivedFrom', { date: formats.calendarDate(from) });
  return t('applications.receivedTo', { date: to === null ? '' : formats.calendarDate(to) });
}
