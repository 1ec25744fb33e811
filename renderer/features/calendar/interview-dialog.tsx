import { Anchor, Button, Checkbox } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WriteMail } from '../../../shared/domain/move-interview.js';
import { ANY_INVITE } from '../../../shared/domain/rights.js';
import { wallTimeIn } from '../../../shared/lib/time.js';
import {
  isSomebodyTold,
  mailFor,
  newsOfCancellation,
  newsOfMove,
  readMeeting,
  toBeToldOff,
  type SeenMeeting,
} from '../../data/meeting.js';
import type { InterviewEntry } from '../../data/roster/calendar-entries.js';
import { useHasRight } from '../../data/use-rights.js';
import { useOpenMail } from '../../data/use-interview-mail.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useSaveMeetingFile } from '../../data/use-save-meeting-file.js';
import { showToast } from '../../state/ui-store.js';
import { useShowPreview } from '../../data/use-show-preview.js';
import { AnswerLabel } from '../../ui/answer-label.js';
import { CancelInterview } from '../../ui/cancel-interview.js';
import { DataList } from '../../ui/data-list.js';
import { Dialog } from '../../ui/dialog.js';
import { useFormats } from '../../ui/formats.js';
import { NewsOfMove } from '../../ui/news-of-move.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import { ACTIVITY_WORDS } from './activity-words.js';
import classes from './entry-dialog.module.css';
import { PersonLink } from './person-link.js';
import type { WallSlot } from './recruitment-calendar.js';
import { SlotFields } from './slot-fields.js';
import { SlotNotes } from './slot-notes.js';
import { checkSlot, readSlot, type SlotValues } from './slot-values.js';
import { useChangeMeeting } from './use-change-meeting.js';
import { useRecruiterNames } from './use-recruiter-names.js';

interface InterviewDialogProps {
  readonly entry: InterviewEntry;
  /** Where it was dragged to; null to begin where it stands. */
  readonly to: WallSlot | null;
  readonly onClose: () => void;
}

/**
 * A meeting: who, what, their answers, and when and where; whoever may invite changes that here, or cancels it (C19). Dragging
 * does the same as the fields (keyboard: here).
 */
export function InterviewDialog(props: InterviewDialogProps) {
  const { entry, onClose } = props;
  const { t } = useTranslation();
  const session = useSession();
  const openMail = useOpenMail();
  const load = useCallback(async () => {
    const meeting = await readMeeting(
      session,
      entry.people.map(({ interviewId }) => interviewId),
    );
    return { meeting, mail: await mailFor(session, meeting, openMail) };
  }, [session, entry, openMail]);
  const loaded = useLoaded(load);
  const mayChange = useHasRight(ANY_INVITE);
  return (
    <Dialog opened onClose={onClose} title={t(ACTIVITY_WORDS[entry.activity])}>
      <div className={classes['form']}>
        <People entry={entry} />
        {mayChange ? null : <WhenAndWhere entry={entry} />}
        {mayChange && loaded.status === 'ready' ? <MeetingSteps {...props} {...loaded.value} /> : null}
      </div>
    </Dialog>
  );
}

function People({ entry }: { readonly entry: InterviewEntry }) {
  const { t } = useTranslation();
  const recruiters = useRecruiterNames(entry.recruiterIds);
  const save = useSaveMeetingFile();
  const saveFile = async (): Promise<void> => {
    const [first] = entry.people;
    if (first === undefined) return;
    const saved = await save(first.interviewId, t(ACTIVITY_WORDS[entry.activity]));
    if (!saved.ok) showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
  };
  return (
    <>
      <ul className={classes['people']}>
        {entry.people.map((person) => (
          <li key={person.interviewId}>
            <PersonLink person={person} />
            {person.accTime === null ? (
              <span>{t('calendar.noInvitation')}</span>
            ) : (
              <AnswerLabel answer={person.accTime} />
            )}
          </li>
        ))}
      </ul>
      <DataList
        rows={[
          { term: t('capture.vacancy'), value: entry.vacancyTitle },
          { term: t('calendar.recruiters'), value: recruiters },
        ]}
      />
      <Anchor component="button" type="button" className={classes['file'] ?? ''} onClick={() => void saveFile()}>
        {t('interview.saveFile')}
      </Anchor>
    </>
  );
}

function WhenAndWhere({ entry: { startsAt, minutes, place } }: { readonly entry: InterviewEntry }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <DataList
      rows={[
        { term: t('calendar.date'), value: formats.dateTime(startsAt) },
        { term: t('calendar.duration'), value: formats.number(minutes) },
        ...(place === '' ? [] : [{ term: t('calendar.place'), value: place }]),
      ]}
    />
  );
}

interface OpenedProps extends InterviewDialogProps {
  readonly meeting: SeenMeeting;
  readonly mail: WriteMail;
}

/** When and where; or, before it is cancelled though somebody knows of it, who that is and what they are told. */
function MeetingSteps(props: OpenedProps) {
  const { entry, meeting, mail, onClose } = props;
  const session = useSession();
  const show = useShowPreview();
  const { cancel } = useChangeMeeting();
  const [cancelling, setCancelling] = useState(false);
  const told = toBeToldOff(session, meeting);
  const run = async (wish: { readonly tell: boolean }): Promise<void> => {
    if (await cancel(entry, meeting, wish)) onClose();
  };
  if (!cancelling) {
    return (
      <MoveForm
        {...props}
        onCancelInterview={() => {
          if (told.length === 0) void run({ tell: false });
          else setCancelling(true);
        }}
      />
    );
  }
  const { messages, untold } = newsOfCancellation(session, meeting, mail);
  return (
    <CancelInterview
      told={entry.people.filter(({ personId }) => told.includes(personId)).map(({ name }) => name)}
      untold={untold.length}
      messages={messages}
      show={show}
      onBack={() => {
        setCancelling(false);
      }}
      onCancel={(wish) => void run(wish)}
    />
  );
}

interface MoveValues extends SlotValues {
  readonly tellAgain: boolean;
}

function MoveForm(props: OpenedProps & { readonly onCancelInterview: () => void }) {
  const { entry, to, meeting, mail, onClose, onCancelInterview } = props;
  const { t } = useTranslation();
  const session = useSession();
  const show = useShowPreview();
  const { zone } = useFormats();
  const { move } = useChangeMeeting();
  const told = isSomebodyTold(session, meeting);
  const { date, time, minutes } = to ?? { ...wallTimeIn(zone, entry.startsAt), minutes: entry.minutes };
  const initialValues: MoveValues = { date, time, minutes, place: entry.place, tellAgain: true };
  const rules = { zone, interview: { now: session.now(), stands: entry.startsAt } };
  const { form, field, submit } = useCheckedForm({ initialValues, check: (values) => checkSlot(values, rules) });
  const slot = readSlot(form.values, rules);
  const { tellAgain } = form.values;
  const save = async (values: MoveValues): Promise<void> => {
    const place = readSlot(values, rules);
    if (place !== null && (await move(entry, meeting, { to: place, tellAgain: values.tellAgain }))) onClose();
  };
  return (
    <form className={classes['form']} onSubmit={submit((values) => void save(values))} autoComplete="off" noValidate>
      <SlotFields field={field} />
      <SlotNotes wanted={slot === null ? null : { id: entry.id, recruiterIds: entry.recruiterIds, ...slot }} />
      {told ? <Checkbox label={t('calendar.tellAgain')} {...field('tellAgain', 'checkbox')} /> : null}
      {slot === null ? null : (
        <NewsOfMove {...newsOfMove(session, meeting, { to: slot, tellAgain }, mail)} show={show} />
      )}
      <div className={classes['actions']}>
        <Button variant="subtle" color="red" onClick={onCancelInterview}>
          {t('interview.cancel')}
        </Button>
        <Button onClick={onClose}>{t('common.back')}</Button>
        <Button type="submit" variant="filled">
          {t('calendar.move')}
        </Button>
      </div>
    </form>
  );
}
