import { useTranslation } from 'react-i18next';
import { stoppedBy, type Ended } from '../../shared/domain/end-application.js';
import { useFormats } from './formats.js';
import classes from './what-ends.module.css';

/** C34: what ends with a withdrawal, seen before it is saved. */
export function WhatEnds({ ended }: { readonly ended: Ended }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const when = formats.list(ended.cancelled.map(({ startsAt }) => formats.dateTime(startsAt)));
  const stopped = stoppedBy(ended);
  const lines = [
    ['endsInterviews', ended.cancelled],
    ['endsMessages', stopped.messages],
    ['endsReminders', stopped.reminders],
    ['endsHeld', ended.held],
  ] as const;
  return (
    <ul className={classes['ends']} aria-label={t('interview.ends')}>
      {lines.map(([words, { length: count }]) =>
        count === 0 ? null : <li key={words}>{t(`interview.${words}`, { count, when })}</li>,
      )}
    </ul>
  );
}
