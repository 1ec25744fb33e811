import { Tooltip } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Roster } from '../data/roster/rows.js';
import { useRoster } from '../data/use-session.js';
import { tagIcon } from '../ui/icon-props.js';
import classes from './demo-mark.module.css';

function holdsDemoData({ fairs, vacancies, people }: Roster): boolean {
  for (const records of [fairs, vacancies, people]) {
    for (const { demo } of records.values()) if (demo) return true;
  }
  return false;
}

/** Says on every page that invented people are among the real ones, and leads to where they go away. */
export function DemoMark() {
  const { t } = useTranslation();
  if (!useRoster(holdsDemoData)) return null;
  return (
    <Tooltip label={t('shell.demoLoaded')}>
      <Link to="/settings/demo" className={classes['mark']} aria-label={t('settings.demo')}>
        <IconFlask {...tagIcon} />
        <span>{t('settings.demo')}</span>
      </Link>
    </Tooltip>
  );
}
