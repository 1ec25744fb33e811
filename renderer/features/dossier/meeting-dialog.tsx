import { Button, Checkbox, Select } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ended } from '../../../shared/domain/end-application.js';
import { accTime } from '../../../shared/domain/interview-answers.js';
import { readSlot, type SlotProblem } from '../../../shared/domain/interview-slots.js';
import type { WriteMail } from '../../../shared/domain/move-interview.js';
import { ANY_INVITE } from '../../../shared/domain/rights.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { wallTimeIn } from '../../../shared/lib/time.js';
import { INTERVIEW_ANSWERS, type InterviewAnswer } from '../../../shared/records/interview.js';
import type { EditableRecord } from '../../data/edit-record.js';
import { isSomebodyTold, mailFor, newsOfCancellation, newsOfMove, toBeToldOff } from '../../data/meeting.js';
import { useOpenMail } from '../../data/use-interview-mail.js';
import { IfRight } from '../../data/if-right.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { useShowPreview } from '../../data/use-show-preview.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import { CancelInterview } from '../../ui/cancel-interview.js';
import { ClockField, DateField } from '../../ui/date-field.js';
import { Dialog } from '../../ui/dialog.js';
import { useFormats } from '../../ui/formats.js';
import { NewsOfMove } from '../../ui/news-of-move.js';
import classes from './meeting-dialog.module.css';
import { nameOf } from './name-of.js';
import type { Shown, StoredInterview } from './shown.js';
import { useMeeting } from './use-meeting.js';

interface MeetingDialogProps {
  readonly shown: Shown;
  readonly interview: StoredInterview;
  readonly onClose: () => void;
}

/** *Edit meeting invitation* (G-7): an answer given by phone or at the stand (C18), a new date and time (C31), or none at all. */
export function MeetingDialog({ shown, interview, onClose }: MeetingDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { id } = interview;
  const openMail = useOpenMail();
  const load = useCallback(async () => {
    const record = await session.edit('interview', id);
    return record === null ? null : { record, mail: await mailFor(session, [record], openMail) };
  }, [session, id, openMail]);
  const loaded = useLoaded(load);
  return (
    <Dialog opened onClose={onClose} title={t('interview.edit')}>
      {loaded.status === 'ready' && loaded.value !== null ? (
        <MeetingSteps shown={shown} interview={interview} onClose={onClose} {...loaded.value} />
      ) : null}
    </Dialog>
  );
}

interface OpenedProps extends MeetingDialogProps {
  readonly record: EditableRecord<'interview'>;
  readonly mail: WriteMail;
}

/** The fields; or, before an interview is cancelled that the applicant knows of, the mail that says so. */
function MeetingSteps(props: OpenedProps) {
  const { shown, record, mail, onClose } = props;
  const session = useSession();
  const show = useShowPreview();
  const { cancel } = useMeeting(record, onClose);
  const [cancelling, setCancelling] = useState(false);
  if (!cancelling) {
    return (
      <MeetingFields
        {...props}
        onCancelInterview={() => {
          if (toBeToldOff(session, [record]).length === 0) void cancel({ tell: false });
          else setCancelling(true);
        }}
      />
    );
  }
  const { messages, untold } = newsOfCancellation(session, [record], mail);
  return (
    <CancelInterview
      told={[nameOf(shown.dossier.person.fields)]}
      untold={untold.length}
      messages={messages}
      show={show}
      onBack={() => {
        setCancelling(false);
      }}
      onCancel={(wish) => void cancel(wish)}
    />
  );
}

const DATE_PROBLEMS: readonly SlotProblem[] = ['interview-date-invalid', 'interview-past'];

function MeetingFields(props: OpenedProps & { readonly onCancelInterview: () => void }) {
  const { interview, record, mail, onClose, onCancelInterview } = props;
  const { t } = useTranslation();
  const session = useSession();
  const show = useShowPreview();
  const { zone } = useFormats();
  const [before] = useState(() => accTime(record.fields, interview.events));
  const [began] = useState(() => wallTimeIn(zone, record.fields.startsAt));
  const [answer, setAnswer] = useState(before);
  const [{ date, time }, setWhen] = useState(began);
  const [tellAgain, setTellAgain] = useState(true);
  const [problems, setProblems] = useState<readonly SlotProblem[]>([]);
  const { save, endedBy } = useMeeting(record, onClose);
  const { minutes, place } = record.fields;
  const ended = answer === before || answer === null ? null : endedBy(answer);
  // What ends has no new time.
  const moves = ended === null && (date !== began.date || time !== began.time);
  const slot = readSlot({ date, time, minutes }, zone, session.now());
  const isSound = slot.problems.length === 0 && slot.startsAt !== null;
  const move = moves && isSound ? { to: { startsAt: slot.startsAt, minutes, place }, tellAgain } : null;
  const submit = (): void => {
    setProblems(moves ? slot.problems : []);
    if (!moves || isSound) void save({ answer: answer === before ? null : answer, move });
  };
  const errorOf = (isDate: boolean) => {
    const problem = problems.find((one) => DATE_PROBLEMS.includes(one) === isDate);
    return problem === undefined ? null : t(`progress.problems.${problem}`);
  };
  return (
    <form
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <AnswerField answer={answer} onChange={setAnswer} />
      {ended === null ? (
        <IfRight right={ANY_INVITE}>
          <div className={classes['when']}>
            <DateField
              label={t('interview.date')}
              value={date}
              error={errorOf(true)}
              onChange={(value) => {
                setWhen({ date: value, time });
              }}
            />
            <ClockField
              label={t('interview.time')}
              value={time}
              error={errorOf(false)}
              onChange={(value) => {
                setWhen({ date, time: value });
              }}
            />
          </div>
        </IfRight>
      ) : (
        <WhatEnds ended={ended} />
      )}
      {moves ? <p className={classes['note']}>{t('interview.newTimeHint')}</p> : null}
      {moves && isSomebodyTold(session, [record]) ? (
        <Checkbox
          label={t('calendar.tellAgain')}
          checked={tellAgain}
          onChange={({ currentTarget }) => {
            setTellAgain(currentTarget.checked);
          }}
        />
      ) : null}
      {move === null ? null : <NewsOfMove {...newsOfMove(session, [record], move, mail)} show={show} />}
      <Actions onCancelInterview={onCancelInterview} onClose={onClose} />
    </form>
  );
}

interface AnswerFieldProps {
  readonly answer: InterviewAnswer | null;
  readonly onChange: (answer: InterviewAnswer | null) => void;
}

function AnswerField({ answer, onChange }: AnswerFieldProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('interview.answer')}
      description={t(answer === 'withdrawn' ? 'interview.withdrawnHint' : 'interview.answerHint')}
      placeholder={t('interview.noInvitation')}
      data={INTERVIEW_ANSWERS.map((value) => ({ value, label: t(wordOf(value)) }))}
      value={answer}
      allowDeselect={false}
      data-autofocus
      onChange={(value) => {
        onChange(INTERVIEW_ANSWERS.find((known) => known === value) ?? null);
      }}
    />
  );
}

/** C34: seen before it is saved. */
function WhatEnds({ ended }: { readonly ended: Ended }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const when = formats.list(ended.cancelled.map(({ startsAt }) => formats.dateTime(startsAt)));
  const lines = [
    ['endsInterviews', ended.cancelled],
    ['endsMessages', ended.refused],
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

interface ActionsProps {
  readonly onCancelInterview: () => void;
  readonly onClose: () => void;
}

function Actions({ onCancelInterview, onClose }: ActionsProps) {
  const { t } = useTranslation();
  return (
    <footer className={classes['actions']}>
      <IfRight right={ANY_INVITE}>
        <Button variant="subtle" color="red" onClick={onCancelInterview}>
          {t('interview.cancel')}
        </Button>
      </IfRight>
      <Button onClick={onClose}>{t('common.back')}</Button>
      <Button type="submit" variant="filled">
        {t('common.saveChanges')}
      </Button>
    </footer>
  );
}

/** Here it is chosen, so that it says what it does; shown, it is *Not applicable* (R90). */
function wordOf(answer: InterviewAnswer): MessageKey {
  return answer === 'withdrawn' ? 'interview.answerWithdrawn' : ANSWER_LOOKS[answer].word;
}
