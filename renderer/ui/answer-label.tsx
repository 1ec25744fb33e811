import { useTranslation } from 'react-i18next';
import type { InterviewAnswer } from '../../shared/records/interview.js';
import classes from './answer-label.module.css';
import { ANSWER_LOOKS } from './answer-looks.js';
import { answerIcon } from './icon-props.js';

/** *Acc. time*: a word with its icon, no tint. */
export function AnswerLabel({ answer }: { readonly answer: InterviewAnswer }) {
  const { t } = useTranslation();
  const { word, icon: Glyph, hue } = ANSWER_LOOKS[answer];
  return (
    <span className={classes['answer']} data-hue={hue}>
      <Glyph {...answerIcon} />
      {t(word)}
    </span>
  );
}
