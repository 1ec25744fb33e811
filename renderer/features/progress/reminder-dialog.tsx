import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isReminderGone,
  isReminderToCome,
  reminderAsSet,
  type RemindedInterview,
} from '../../../shared/domain/edit-reminder.js';
import type { PlanContext, PlanProblem } from '../../../shared/domain/progress-action.js';
import type { ReminderFields } from '../../../shared/domain/progress-actions/invite-reminder.js';
import type { InterviewId, MessageId } from '../../../shared/records/primitives.js';
import type { Message } from '../../../shared/records/message.js';
import { readMeeting, type SeenMeeting } from '../../data/meeting.js';
import type { Session } from '../../data/session.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { closeReminder, useReminderRequest } from '../../state/reminder-request.js';
import { Dialog } from '../../ui/dialog.js';
import foot from '../../ui/dialog-foot.module.css';
import { useFormats } from '../../ui/formats.js';
import { INTERVIEW_WORDS } from '../../../shared/i18n/interview-words.js';
import { newSeed } from './interview-context.js';
import { planContext, type PlanMeans } from './plan-context.js';
import { ProblemLines } from './problem-lines.js';
import classes from './reminder-dialog.module.css';
import { ReminderSection } from './reminder-section.js';
import { nameOf } from './selection-of.js';
import { remindedIn, useEditReminder, type OpenedReminder } from './use-edit-reminder.js';
import { openMailDesk } from './use-mail-desk.js';

/** The reminder of a meeting that is booked, wherever it is asked for: dossier, *Edit meeting invitation*. */
export function ReminderHost() {
  const { ids } = useReminderRequest();
  return ids.length === 0 ? null : <ReminderDialog key={ids.join(' ')} ids={ids} />;
}

function ReminderDialog({ ids }: { readonly ids: readonly InterviewId[] }) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const load = useCallback(async () => {
    const meeting = await readMeeting(session, ids);
    const desk = await openMailDesk(session.host);
    if (!desk.ok) return null;
    const means: PlanMeans = { translator: i18n, seed: newSeed(session) };
    const context = planContext(session, desk.value, means);
    return { meeting, desk: desk.value, means, start: await readStart(session, meeting, context) };
  }, [session, ids, i18n]);
  const loaded = useLoaded(load);
  const opened = loaded.status === 'ready' ? loaded.value : null;
  return (
    <Dialog opened onClose={closeReminder} title={t('interview.reminderChange')} size={760}>
      {opened === null || opened.meeting.length === 0 ? null : <ReminderForm {...opened} />}
    </Dialog>
  );
}

/** As it was set, in the words of whoever set it. */
async function readStart(session: Session, meeting: SeenMeeting, context: PlanContext): Promise<ReminderFields> {
  const seats = remindedIn(session, meeting, context);
  const waiting: Message[] = [];
  for (const { id } of seats.flatMap(({ messages }) => messages.filter(isReminderToCome))) {
    const stored = await session.message(id satisfies MessageId);
    if (stored !== null) waiting.push(stored.fields);
  }
  const departments = seats.map(({ applicant }) => context.vacancy(applicant.vacancyId)?.department ?? '');
  const type = seats[0]?.interview.type ?? 'initial';
  return reminderAsSet(waiting, (language) => context.interviews.reminder(type, language, departments));
}

interface ReminderFormProps extends OpenedReminder {
  readonly start: ReminderFields;
}

function ReminderForm(props: ReminderFormProps) {
  const { meeting, start } = props;
  const { t } = useTranslation();
  const session = useSession();
  const formats = useFormats();
  const { contextNow, plan, save } = useEditReminder(props);
  const [reminder, setReminder] = useState(start);
  const [checks, setChecks] = useState(false);
  const context = contextNow();
  const seats = remindedIn(session, meeting, context);
  const [first] = seats;
  if (first === undefined) return <p>{t('interview.reminderNobody')}</p>;
  const { problems, warnings } = plan(reminder);
  const { startsAt } = first.interview;
  const selection = seats.map(({ applicant }) => applicant);
  const noEmail = warnings.filter(({ code }) => code === 'reminder-no-email').flatMap((one) => one.applicationIds);
  const submit = async (): Promise<void> => {
    setChecks(true);
    const isSame = JSON.stringify(reminder) === JSON.stringify(start);
    if (isSame || (plan(reminder).problems.length === 0 && (await save(reminder)))) closeReminder();
  };
  return (
    <div className={classes['form']}>
      <p className={classes['about']}>
        <b>{formats.list(selection.map(nameOf))}</b>{' '}
        <span>
          {t(INTERVIEW_WORDS[first.interview.type])} · {formats.dateTime(startsAt)}
        </span>
      </p>
      <AlreadyGone seats={seats} />
      <ReminderSection
        about={{ ...first.interview, sendsEmail: false, reminder }}
        startsAt={startsAt}
        selection={selection}
        problems={checks ? problems : []}
        contextNow={contextNow}
        onChange={setReminder}
      />
      {noEmail.length === 0 ? null : (
        <p className={classes['note']} role="status">
          {t('progress.warnings.reminder-no-email', { count: noEmail.length })}{' '}
          {formats.list(selection.filter(({ applicationId }) => noEmail.includes(applicationId)).map(nameOf))}
        </p>
      )}
      {checks ? <ProblemLines problems={problems.filter(isElsewhere)} /> : null}
      <div className={foot['foot']}>
        <Button onClick={closeReminder}>{t('common.back')}</Button>
        <Button variant="filled" onClick={() => void submit()}>
          {t('common.saveChanges')}
        </Button>
      </div>
    </div>
  );
}

/** Of what the section has no field for. */
function isElsewhere({ code }: PlanProblem): boolean {
  return !code.startsWith('reminder-');
}

/** Who was reminded already: nothing takes that back. */
function AlreadyGone({ seats }: { readonly seats: readonly RemindedInterview[] }) {
  const { t } = useTranslation();
  const session = useSession();
  const formats = useFormats();
  const roster = session.roster.current();
  const gone = seats.flatMap(({ applicant, messages }) =>
    messages.filter(isReminderGone).map(({ id }) => {
      const when = formats.dateTime(roster.messages.get(id)?.since ?? 0);
      return `${nameOf(applicant)} (${when})`;
    }),
  );
  if (gone.length === 0) return null;
  return (
    <p className={classes['note']} role="status">
      {t('interview.reminderKept', { names: formats.list(gone) })}
    </p>
  );
}
