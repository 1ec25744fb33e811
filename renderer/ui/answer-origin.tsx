import { useTranslation } from 'react-i18next';
import type { GivenAnswer } from '../../shared/records/interview.js';
import classes from './answer-origin.module.css';
import { useFormats } from './formats.js';
import { originWords } from './origin-words.js';

interface AnswerOriginProps {
  readonly given: Pick<GivenAnswer, 'via' | 'at' | 'givenAt' | 'proposed' | 'wish'>;
}

/** How an answer came and when it was given (R91), and the time that somebody would rather have. */
export function AnswerOrigin({ given }: AnswerOriginProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { proposed, wish } = given;
  return (
    <small className={classes['origin']}>
      {originWords(given, { t, formats })}
      {proposed === null ? null : <b>{t('answers.proposes', { when: formats.dateTime(proposed.startsAt) })}</b>}
      {wish === '' ? null : <b dir="auto">{t('answers.wish', { wish })}</b>}
    </small>
  );
}
