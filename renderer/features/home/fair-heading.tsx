import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../shared/lib/time.js';
import { useHasRight } from '../../data/use-rights.js';
import { useFormats } from '../../ui/formats.js';
import { TextLink } from '../../ui/links.js';
import classes from './fair-heading.module.css';
import type { Today } from './use-today.js';

/** Which fair it is, and which day. */
export function FairHeading({ today }: { readonly today: Today }) {
  const formats = useFormats();
  return (
    <div className={classes['heading']}>
      <p>
        <FairLine today={today} />
      </p>
      <h1 tabIndex={-1}>{formats.longDate(today.now)}</h1>
    </div>
  );
}

function FairLine({ today: { fair, date } }: { readonly today: Today }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayEdit = useHasRight('vacancies');
  if (fair === null) return mayEdit ? <TextLink to="/fairs/new">{t('home.noFair')}</TextLink> : null;
  const { id, name, firstDate, lastDate, stand } = fair;
  let line = t('home.dayOf', {
    name,
    day: daysBetween(firstDate, date) + 1,
    days: daysBetween(firstDate, lastDate) + 1,
  });
  if (date < firstDate) line = t('home.fairFrom', { name, date: formats.calendarDate(firstDate) });
  if (date > lastDate) line = t('home.fairOver', { name, date: formats.calendarDate(lastDate) });
  const words = stand === '' ? line : `${line}, ${t('home.stand', { stand })}`;
  if (!mayEdit) return <span className={classes['line']}>{words}</span>;
  return (
    <TextLink to="/fairs/$fairId" params={{ fairId: id }} className={classes['line']}>
      {words}
    </TextLink>
  );
}
