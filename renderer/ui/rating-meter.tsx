import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from './formats.js';
import classes from './rating-meter.module.css';

const BARS = [1, 2, 3, 4, 5, 6, 7];

/** Mean of the ratings, 1–7 (R47), as a number and seven bars; a dash where nobody rated. */
export function RatingMeter({ value }: { readonly value: number | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (value === null) {
    return (
      <span>
        <span aria-hidden="true">–</span>
        <VisuallyHidden>{t('common.ratingMissing')}</VisuallyHidden>
      </span>
    );
  }
  const shown = formats.decimal(value);
  return (
    <span className={classes['rating']}>
      <span aria-hidden="true">{shown}</span>
      <span className={classes['bars']} aria-hidden="true">
        {BARS.map((bar) => (
          <i key={bar} data-filled={bar <= Math.round(value) || undefined} />
        ))}
      </span>
      <VisuallyHidden>{t('common.ratingOf', { value: shown })}</VisuallyHidden>
    </span>
  );
}
