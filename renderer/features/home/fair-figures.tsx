import { useTranslation } from 'react-i18next';
import { useFormats } from '../../ui/formats.js';
import classes from './fair-figures.module.css';
import type { FairNumbers, HourCount } from './fair-numbers.js';

/** The day in four numbers, and by the hour. */
export function FairFigures({ numbers }: { readonly numbers: FairNumbers }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const figures = [
    { value: numbers.today, word: t('home.capturedToday') },
    { value: numbers.withCv, word: t('home.withCv') },
    ...(numbers.atFair === null ? [] : [{ value: numbers.atFair, word: t('home.atThisFair') }]),
    { value: numbers.emailsSent, word: t('home.emailsSent') },
  ];
  return (
    <div className={classes['figures']}>
      <dl>
        {figures.map(({ value, word }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{formats.number(value)}</dd>
          </div>
        ))}
      </dl>
      {numbers.byHour.length === 0 ? null : <Hours hours={numbers.byHour} />}
    </div>
  );
}

const HEIGHT = 40;

function Hours({ hours }: { readonly hours: readonly HourCount[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...hours.flatMap(({ today, yesterday }) => [today, yesterday]));
  const high = (count: number): number => Math.round((count / most) * HEIGHT);
  return (
    <figure className={classes['hours']}>
      <figcaption>{t('home.byHour')}</figcaption>
      <ul>
        {hours.map(({ hour, today, yesterday }) => (
          <li key={hour} aria-label={t('home.hourBar', { hour: String(hour), count: today, yesterday })}>
            <svg width="14" height={HEIGHT} aria-hidden="true">
              <rect
                className={classes['before']}
                width="14"
                height={high(yesterday)}
                y={HEIGHT - high(yesterday)}
                rx="2"
              />
              <rect className={classes['now']} width="14" height={high(today)} y={HEIGHT - high(today)} rx="2" />
            </svg>
            <span aria-hidden="true">{hour}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
