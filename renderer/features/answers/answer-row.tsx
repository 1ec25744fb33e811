import { IconAlertTriangle } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakenAnswer } from '../../../shared/domain/judge-answer.js';
import type { AnswerOutcome } from '../../../shared/domain/read-answers.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useNow } from '../../data/use-now.js';
import { useRoster } from '../../data/use-session.js';
import { AnswerLabel } from '../../ui/answer-label.js';
import { AnswerOrigin } from '../../ui/answer-origin.js';
import { useFormats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';
import { INTERVIEW_WORDS } from '../../../shared/i18n/interview-words.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import { WhatEnds } from '../../ui/what-ends.js';
import { PROBLEM_WORDS } from './answer-words.js';
import classes from './answer-row.module.css';
import type { AnswerLine } from './use-read-answers.js';

/** Who, about which interview, what, and when; or why it is not taken. */
export function AnswerRow({ line: { name, found } }: { readonly line: AnswerLine }) {
  const { t } = useTranslation();
  return (
    <li className={classes['row']} data-refused={found.kind !== 'taken' || undefined}>
      <Interview found={found} />
      {found.kind === 'taken' ? (
        <Taken outcome={found} />
      ) : (
        <p className={classes['problem']}>
          <IconAlertTriangle {...tagIcon} />
          <span>{t(PROBLEM_WORDS[found.reason])}</span>
        </p>
      )}
      {name === null ? null : <small>{name}</small>}
    </li>
  );
}

/** Whose interview it speaks of, and the answer, where that is known. */
function Interview({ found }: { readonly found: AnswerLine['found'] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const interview = found.kind === 'problem' ? null : found.interview;
  const person = useName(interview?.fields.personId ?? null);
  if (found.kind === 'problem' || interview === null) return null;
  const { type, startsAt } = interview.fields;
  return (
    <div className={classes['head']}>
      <p>
        <b>{person}</b>
        <span>{`${t(INTERVIEW_WORDS[type])} · ${formats.dateTimeFrom(now, startsAt)}`}</span>
      </p>
      {found.answer === null ? null : <Answer answer={found.answer} />}
    </div>
  );
}

/** Here it is what somebody says; shown in the calendar, a withdrawal is *Not applicable* (R90). */
function Answer({ answer }: Pick<TakenAnswer, 'answer'>) {
  const { t } = useTranslation();
  return answer === 'withdrawn' ? <b>{t('interview.answerWithdrawn')}</b> : <AnswerLabel answer={answer} />;
}

function Taken({ outcome }: { readonly outcome: Extract<AnswerOutcome, { kind: 'taken' }> }) {
  const { t } = useTranslation();
  const now = useNow();
  const { via, givenAt, proposed, wish, superseded, endedAs, ended } = outcome;
  const notes: readonly (readonly [MessageKey, string])[] = [
    ...(superseded ? [['answers.superseded', ''] as const] : []),
    ...(endedAs === null ? [] : [['answers.endedAs', t(STATUS_LOOKS[endedAs].word)] as const]),
  ];
  return (
    <>
      <AnswerOrigin given={{ via, givenAt, proposed, wish, at: now }} />
      {notes.map(([word, status]) => (
        <p key={word} className={classes['note']}>
          {t(word, { status })}
        </p>
      ))}
      {ended === null ? null : <WhatEnds ended={ended} />}
    </>
  );
}

function useName(id: PersonId | null): string {
  const select = useCallback(
    ({ people }: Roster) => {
      const person = id === null ? undefined : people.get(id);
      return person === undefined ? '' : `${person.givenName} ${person.familyName}`.trim();
    },
    [id],
  );
  return useRoster(select);
}
