import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { foldDeliveries } from '../../../shared/domain/message-state.js';
import { accTime, isCancelled, standingAnswer } from '../../../shared/domain/interview-answers.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { MINUTE } from '../../../shared/lib/time.js';
import { InterviewIdSchema } from '../../../shared/records/primitives.js';
import { useNow } from '../../data/use-now.js';
import { useReminderStanding } from '../../data/use-reminder-standing.js';
import { useSaveMeetingFile } from '../../data/use-save-meeting-file.js';
import { requestCode } from '../../state/code-request.js';
import { requestMeeting } from '../../state/meeting-request.js';
import { requestReminder } from '../../state/reminder-request.js';
import { showToast } from '../../state/ui-store.js';
import { AnswerLabel } from '../../ui/answer-label.js';
import { AnswerOrigin } from '../../ui/answer-origin.js';
import { DataList } from '../../ui/data-list.js';
import { useFormats } from '../../ui/formats.js';
import { INTERVIEW_WORDS } from '../../../shared/i18n/interview-words.js';
import { ChangeReminder, ReminderStanding } from '../../ui/reminder-standing.js';
import classes from './meeting-row.module.css';
import type { Shown, StoredInterview } from './shown.js';

/** The interviews of the application that are to come, the next one first; after the last of them, the newest that was. */
export function MeetingRow({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const now = useNow(MINUTE);
  const standing = shown.dossier.interviews.filter(
    ({ fields, events }) => fields.applicationId === shown.applicationId && !isCancelled(events),
  );
  const coming = standing.filter(({ fields }) => fields.startsAt + fields.minutes * MINUTE > now).reverse();
  const meetings = coming.length > 0 ? coming : standing.slice(0, 1);
  if (meetings.length === 0) {
    return <DataList rows={[{ term: t('dossier.meeting'), value: t('dossier.notApplicable') }]} />;
  }
  return meetings.map((interview) => (
    <div key={interview.id} className={classes['meeting']}>
      <Meeting shown={shown} interview={interview} />
    </div>
  ));
}

interface MeetingProps {
  readonly shown: Shown;
  readonly interview: StoredInterview;
}

/** An interview with its answer, the same value as in the calendar (R91), and the way to change it. */
function Meeting({ shown, interview }: MeetingProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const save = useSaveMeetingFile();
  const { fields, events } = interview;
  const ids = useMemo(() => [InterviewIdSchema.parse(interview.id)], [interview.id]);
  const reminder = useReminderStanding(ids);
  const answer = accTime(fields, events);
  const given = standingAnswer(fields, events);
  const saveFile = async (): Promise<void> => {
    const saved = await save(InterviewIdSchema.parse(interview.id), t(INTERVIEW_WORDS[fields.type]));
    if (!saved.ok) showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
  };
  return (
    <>
      <DataList
        rows={[
          { term: t(INTERVIEW_WORDS[fields.type]), value: formats.dateTime(fields.startsAt) },
          ...(fields.place === '' ? [] : [{ term: t('interview.place'), value: fields.place }]),
          {
            term: t('dossier.meeting'),
            value:
              answer === null ? (
                t('interview.noInvitation')
              ) : (
                <>
                  <AnswerLabel answer={answer} />
                  {given === null ? null : <AnswerOrigin given={given} />}
                  {answer === 'awaiting' && !hasLeft(shown, interview.id) ? (
                    <small className={classes['notLeft']}>{t('interview.notLeft')}</small>
                  ) : null}
                </>
              ),
          },
          { term: t('interview.reminder'), value: <ReminderStanding {...reminder} /> },
        ]}
      />
      <Anchor
        component="button"
        type="button"
        className={classes['edit'] ?? ''}
        onClick={() => {
          requestMeeting([InterviewIdSchema.parse(interview.id)], { offersProgress: false });
        }}
      >
        {t('interview.edit')}
      </Anchor>
      {reminder.mayChange ? (
        <ChangeReminder
          className={classes['edit']}
          onChange={() => {
            requestReminder(ids);
          }}
        />
      ) : null}
      <Anchor component="button" type="button" className={classes['edit'] ?? ''} onClick={() => void saveFile()}>
        {t('interview.saveFile')}
      </Anchor>
      <Anchor
        component="button"
        type="button"
        className={classes['edit'] ?? ''}
        onClick={() => {
          requestCode([InterviewIdSchema.parse(interview.id)]);
        }}
      >
        {t('answers.code')}
      </Anchor>
    </>
  );
}

/** False while an invitation to it still lies here: before it has left, nobody can be expected to answer. */
function hasLeft({ dossier }: Shown, interviewId: string): boolean {
  const states = dossier.messages
    .filter(({ fields }) => fields.interviewId === interviewId)
    .map(({ fields, events }) => foldDeliveries(fields.queuedAt, events).state);
  return states.length === 0 || states.some((state) => state === 'sent' || state === 'uncertain');
}
