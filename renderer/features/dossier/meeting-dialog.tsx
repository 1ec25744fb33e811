import { Button, Select } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accTime } from '../../../shared/domain/interview-answers.js';
import { readSlot, type SlotProblem } from '../../../shared/domain/interview-slots.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { wallTimeIn } from '../../../shared/lib/time.js';
import { INTERVIEW_ANSWERS, type InterviewAnswer } from '../../../shared/records/interview.js';
import type { EditableRecord } from '../../data/edit-record.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import { ClockField, DateField } from '../../ui/date-field.js';
import { Dialog } from '../../ui/dialog.js';
import { useFormats } from '../../ui/formats.js';
import classes from './meeting-dialog.module.css';
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
  const loaded = useLoaded(useCallback(() => session.edit('interview', id), [session, id]));
  return (
    <Dialog opened onClose={onClose} title={t('interview.edit')}>
      {loaded.status === 'ready' && loaded.value !== null ? (
        <MeetingFields shown={shown} interview={interview} record={loaded.value} onClose={onClose} />
      ) : null}
    </Dialog>
  );
}

const DATE_PROBLEMS: readonly SlotProblem[] = ['interview-date-invalid', 'interview-past'];

function MeetingFields({
  shown,
  interview,
  record,
  onClose,
}: MeetingDialogProps & { readonly record: EditableRecord<'interview'> }) {
  const { t } = useTranslation();
  const session = useSession();
  const { zone } = useFormats();
  const [before] = useState(() => accTime(record.fields, interview.events));
  const [began] = useState(() => wallTimeIn(zone, record.fields.startsAt));
  const [answer, setAnswer] = useState(before);
  const [{ date, time }, setWhen] = useState(began);
  const [problems, setProblems] = useState<readonly SlotProblem[]>([]);
  const { save, cancel } = useMeeting(shown, record, onClose);
  const { minutes, place } = record.fields;
  const moves = date !== began.date || time !== began.time;
  const submit = (): void => {
    const slot = readSlot({ date, time, minutes }, zone, session.now());
    setProblems(moves ? slot.problems : []);
    if (moves && (slot.problems.length > 0 || slot.startsAt === null)) return;
    const isNew = answer !== before;
    const to = moves && slot.startsAt !== null ? { startsAt: slot.startsAt, minutes, place } : null;
    void save({ answer: isNew ? answer : null, place: to });
  };
  const errorOf = (isDate: boolean) => {
    const problem = problems.find((one) => DATE_PROBLEMS.includes(one) === isDate);
    return problem === undefined ? null : t(`progress.problems.${problem}`);
  };
  const hint = answer === 'withdrawn' ? 'interview.withdrawnHint' : 'interview.answerHint';
  return (
    <form
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Select
        label={t('interview.answer')}
        description={t(hint)}
        placeholder={t('interview.noInvitation')}
        data={INTERVIEW_ANSWERS.map((value) => ({ value, label: t(wordOf(value)) }))}
        value={answer}
        allowDeselect={false}
        data-autofocus
        onChange={(value) => {
          setAnswer(INTERVIEW_ANSWERS.find((known) => known === value) ?? null);
        }}
      />
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
      {moves ? <p className={classes['note']}>{t('interview.newTimeHint')}</p> : null}
      <Actions onCancelInterview={() => void cancel()} onClose={onClose} />
    </form>
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
      <Button variant="subtle" color="red" onClick={onCancelInterview}>
        {t('interview.cancel')}
      </Button>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
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
