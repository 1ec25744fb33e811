import { Anchor, Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accTime, standingAnswer } from '../../../shared/domain/interview-answers.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { INTERVIEW_ANSWERS, type InterviewAnswer } from '../../../shared/records/interview.js';
import { InterviewIdSchema, type ApplicationId } from '../../../shared/records/primitives.js';
import type { EditableRecord } from '../../data/edit-record.js';
import type { Roster } from '../../data/roster/rows.js';
import { useSaveMeetingFile } from '../../data/use-save-meeting-file.js';
import { useRoster } from '../../data/use-session.js';
import { requestCode } from '../../state/code-request.js';
import { showToast } from '../../state/ui-store.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import { AnswerOrigin } from '../../ui/answer-origin.js';
import { INTERVIEW_WORDS } from '../../../shared/i18n/interview-words.js';
import { TextLink } from '../../ui/links.js';
import { TestsLink } from '../../ui/tests-link.js';
import type { NewAnswers, OpenedMeeting } from './opened-meeting.js';
import { MeetingProgress } from './meeting-progress.js';
import classes from './meeting.module.css';
import { useNamesIn } from './use-names-in.js';

interface MeetingPeopleProps extends OpenedMeeting {
  readonly answers: NewAnswers;
  readonly onAnswers: (answers: NewAnswers) => void;
  /** Something in the form differs from what is saved. */
  readonly unsaved: boolean;
}

/** Of what the meeting is, who is in it with their answers (R91), *Further progress* (R3), and the file for a calendar. */
export function MeetingPeople({ request, meeting, answers, onAnswers, unsaved, onClose }: MeetingPeopleProps) {
  const { t } = useTranslation();
  const applications = meeting.map(({ fields }) => fields.applicationId);
  const [unticked, setUnticked] = useState<ReadonlySet<ApplicationId>>(new Set());
  const hasTicks = request.offersProgress && meeting.length > 1;
  const withdraws = [...answers.values()].includes('withdrawn');
  return (
    <>
      <About meeting={meeting} />
      <ul className={classes['people']}>
        {meeting.map((record) => (
          <li key={record.id}>
            <Person
              record={record}
              unsaved={unsaved}
              chosen={answers.get(record.id)}
              onLeave={onClose}
              onAnswer={(answer) => {
                onAnswers(withAnswer(answers, record, answer));
              }}
              ticked={hasTicks ? !unticked.has(record.fields.applicationId) : null}
              onTick={(ticked) => {
                const others = [...unticked].filter((id) => id !== record.fields.applicationId);
                setUnticked(new Set(ticked ? others : [...others, record.fields.applicationId]));
              }}
            />
          </li>
        ))}
      </ul>
      <p className={classes['note']}>{t(withdraws ? 'interview.withdrawnHint' : 'interview.answerHint')}</p>
      {request.offersProgress ? (
        <MeetingProgress
          applicationIds={applications.filter((id) => !unticked.has(id))}
          unsaved={unsaved}
          onClose={onClose}
        />
      ) : null}
    </>
  );
}

/** Only what is to change stands among the new answers. */
function withAnswer(answers: NewAnswers, record: EditableRecord<'interview'>, answer: InterviewAnswer): NewAnswers {
  const others = [...answers].filter(([id]) => id !== record.id);
  return new Map(accTime(record.fields, record.events) === answer ? others : [...others, [record.id, answer]]);
}

/** The activity, the vacancy, and the meeting as a file. */
function About({ meeting }: Pick<OpenedMeeting, 'meeting'>) {
  const { t } = useTranslation();
  const save = useSaveMeetingFile();
  const vacancies = useRoster(({ vacancies: all }: Roster) => all);
  const [first] = meeting;
  if (first === undefined) return null;
  const activity = t(INTERVIEW_WORDS[first.fields.type]);
  const saveFile = async (): Promise<void> => {
    const saved = await save(InterviewIdSchema.parse(first.id), activity);
    if (!saved.ok) showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
  };
  return (
    <div className={classes['about']}>
      <p>
        <b>{activity}</b>
        <span>{vacancies.get(first.fields.vacancyId)?.title}</span>
      </p>
      <Anchor component="button" type="button" onClick={() => void saveFile()}>
        {t('interview.saveFile')}
      </Anchor>
      <Anchor
        component="button"
        type="button"
        onClick={() => {
          requestCode(meeting.map(({ id }) => InterviewIdSchema.parse(id)));
        }}
      >
        {t('answers.code')}
      </Anchor>
    </div>
  );
}

interface PersonProps {
  readonly record: EditableRecord<'interview'>;
  readonly chosen: InterviewAnswer | undefined;
  readonly onAnswer: (answer: InterviewAnswer) => void;
  readonly onLeave: () => void;
  /** Leaving would throw away what was entered: then the name leads nowhere. */
  readonly unsaved: boolean;
  /** Null where there is nothing to tick. */
  readonly ticked: boolean | null;
  readonly onTick: (ticked: boolean) => void;
}

function Person({ record: { fields, events }, chosen, onAnswer, onLeave, unsaved, ticked, onTick }: PersonProps) {
  const { t } = useTranslation();
  const name = useNamesIn()([fields.personId])[0] ?? '';
  const { vacancyId, applicationId } = fields;
  const given = standingAnswer(fields, events);
  return (
    <>
      {ticked === null ? null : (
        <Checkbox
          aria-label={t('applications.tick', { name })}
          checked={ticked}
          onChange={({ currentTarget }) => {
            onTick(currentTarget.checked);
          }}
        />
      )}
      <div className={classes['who']}>
        {unsaved ? (
          <b title={t('interview.saveFirst')}>{name}</b>
        ) : (
          <TextLink
            to="/vacancies/$vacancyId/applications/$applicationId"
            params={{ vacancyId, applicationId }}
            onClick={onLeave}
          >
            {name}
          </TextLink>
        )}
        {unsaved ? null : (
          <TestsLink vacancyId={vacancyId} applicationId={applicationId} name={name} onLeave={onLeave} />
        )}
        {given === null || chosen !== undefined ? null : <AnswerOrigin given={given} />}
      </div>
      <Select
        aria-label={t('interview.answerOf', { name })}
        placeholder={t('interview.noInvitation')}
        data={INTERVIEW_ANSWERS.map((value) => ({ value, label: t(wordOf(value)) }))}
        value={chosen ?? accTime(fields, events)}
        allowDeselect={false}
        onChange={(value) => {
          const answer = INTERVIEW_ANSWERS.find((known) => known === value);
          if (answer !== undefined) onAnswer(answer);
        }}
      />
    </>
  );
}

/** Here it is chosen, so that it says what it does; shown, it is *Not applicable* (R90). */
function wordOf(answer: InterviewAnswer): MessageKey {
  return answer === 'withdrawn' ? 'interview.answerWithdrawn' : ANSWER_LOOKS[answer].word;
}
