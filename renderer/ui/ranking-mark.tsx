import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Ranking } from '../../shared/records/application.js';
import classes from './ranking-mark.module.css';

/** The ranking of an application (G-7); a dash where there is none. */
export function RankingMark({ value }: { readonly value: Ranking | null }) {
  const { t } = useTranslation();
  if (value !== null) return <span className={classes['mark']}>{value}</span>;
  return (
    <span className={classes['none']}>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{t('common.rankingNone')}</VisuallyHidden>
    </span>
  );
}
