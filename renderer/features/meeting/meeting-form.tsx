import { Button, Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ended } from '../../../shared/domain/end-application.js';
import { leavesSomebodyOut } from '../../../shared/domain/group-places.js';
import type { MeetingPlace } from '../../../shared/domain/movable-interview.js';
import { ANY_INVITE } from '../../../shared/domain/rights.js';
import { invariant } from '../../../shared/lib/assert.js';
import { INTERVIEW_KINDS } from '../../../shared/records/interview.js';
import { InterviewIdSchema, type InterviewId } from '../../../shared/records/primitives.js';
import { isSomebodyTold, newsOfMove } from '../../data/meeting.js';
import { useRecruitersAtWork } from '../../data/use-recruiters-at-work.js';
import { useReminderStanding } from '../../data/use-reminder-standing.js';
import { useHasRight } from '../../data/use-rights.js';
import { useFollow } from '../../data/use-reread.js';
import { useSession } from '../../data/use-session.js';
import { useShowPreview } from '../../data/use-show-preview.js';
import { useSlotWarnings } from '../../data/use-slot-warnings.js';
import { requestReminder } from '../../state/reminder-request.js';
import { useDoubleBooking } from '../../ui/confirm-booking.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats } from '../../ui/formats.js';
import { KIND_WORDS } from '../../ui/interview-words.js';
import { NewsOfMove } from '../../ui/news-of-move.js';
import { ChangeReminder, ReminderStanding } from '../../ui/reminder-standing.js';
import { RecruitersField } from '../../ui/recruiters-field.js';
import { SlotFields } from '../../ui/slot-fields.js';
import { WhatEnds } from '../../ui/what-ends.js';
import { SlotNotes } from '../../ui/slot-notes.js';
import { useCheckedForm, type CheckedForm } from '../../ui/use-checked-form.js';
import type { NewAnswers, OpenedMeeting } from './opened-meeting.js';
import { InviteToGroup, MeetingPlaces } from './meeting-group.js';
import { MeetingPeople } from './meeting-people.js';
import {
  asksPlaces,
  changedDetails,
  checkMeeting,
  isChanged,
  isMoved,
  meetingValues,
  readMove,
  type MeetingStart,
  type MeetingValues,
} from './meeting-values.js';
import foot from '../../ui/dialog-foot.module.css';
import classes from './meeting.module.css';
import { useEditMeeting } from './use-edit-meeting.js';
import { usePlacesOf, useWholeMeeting } from './use-group.js';
import { WhenAndWhere } from './when-and-where.js';

/** Who and what, the answers, and for whoever may invite (C19) when, where and with whom. Dragging does the same as the fields. */
export function MeetingForm(props: OpenedMeeting & { readonly onCancelInterview: () => void }) {
  const { request, meeting, stands, onClose, onCancelInterview } = props;
  const { t } = useTranslation();
  const session = useSession();
  const { zone } = useFormats();
  const mayMove = useHasRight(ANY_INVITE);
  const [record] = meeting;
  invariant(record !== undefined, 'somebody is in the meeting');
  const wholeNow = useWholeMeeting(meeting);
  const [whole] = useState(wholeNow); // as it was opened: what is typed does not go while somebody else changes it
  const [answers, setAnswers] = useState<NewAnswers>(new Map());
  const places = usePlacesOf(meeting, answers);
  const isGroup = whole === null || !mayMove ? null : whole.group !== null;
  const start: MeetingStart = {
    fields: record.fields,
    places: places.before.places,
    isGroup,
    zone,
    now: session.now(),
  };
  const checked = useCheckedForm<MeetingValues>({
    initialValues: meetingValues(start, request.to),
    check: (values) => checkMeeting(values, start),
  });
  const { save, endedBy } = useEditMeeting(props);
  useFollow(stands, answers.size === 0 && !checked.form.isDirty());
  const ended = meeting.flatMap((one) => {
    const answer = answers.get(one.id);
    return answer === undefined ? [] : (endedBy(one, answer) ?? []);
  });
  const ends = ended.length > 0; // what ends has no new time
  const { values } = checked.form;
  const to = ends || !mayMove ? null : readMove(values, start);
  const warnings = useSlotWarnings(wantedBy(props, values, to));
  const booking = useDoubleBooking(warnings.takenBy.map(({ id }) => id));
  const group = asksPlaces(values, start) ? whole : null;
  const unsaved = answers.size > 0 || isChanged(values, start);
  const after = { ...places.after, places: values.places === '' ? null : values.places };
  const submit = async (typed: MeetingValues): Promise<void> => {
    if (!booking.mayGo() || (group !== null && leavesSomebodyOut(places.before, after))) return;
    const move = to === null ? null : { to, tellAgain: typed.tellAgain };
    if (await save({ answers, move, details: ends ? {} : changedDetails(typed, start) })) onClose();
  };
  return (
    <form
      className={classes['form']}
      autoComplete="off"
      noValidate
      onSubmit={checked.submit((typed) => void submit(typed))}
    >
      <MeetingPeople {...props} answers={answers} onAnswers={setAnswers} unsaved={unsaved} />
      {group === null || ends ? null : (
        <div className={classes['group']}>
          <MeetingPlaces checked={checked} before={places.before} after={after} />
          {request.offersProgress ? (
            <InviteToGroup entry={group} after={after} unsaved={unsaved} onLeave={onClose} />
          ) : null}
        </div>
      )}
      {ends ? (
        <WhatEnds ended={together(ended)} />
      ) : mayMove ? (
        <Arrangement {...checked} />
      ) : (
        <WhenAndWhere record={record} />
      )}
      <SlotNotes {...warnings} booking={booking} />
      {ends ? null : <Reminder ids={meeting.map(({ id }) => InterviewIdSchema.parse(id))} unsaved={unsaved} />}
      {to === null ? null : <News {...props} checked={checked} to={to} />}
      {!ends && isMoved(values, start) ? <p className={classes['note']}>{t('interview.newTimeHint')}</p> : null}
      {stands.outdated ? <FieldError>{t('errors.commitStale')}</FieldError> : null}
      <Foot onClose={onClose} onCancelInterview={mayMove ? onCancelInterview : null} />
    </form>
  );
}

interface FootProps {
  readonly onClose: () => void;
  /** Null for whoever may not. */
  readonly onCancelInterview: (() => void) | null;
}

function Foot({ onClose, onCancelInterview }: FootProps) {
  const { t } = useTranslation();
  return (
    <footer className={foot['foot']}>
      {onCancelInterview === null ? null : (
        <Button variant="subtle" color="red" className={foot['apart']} onClick={onCancelInterview}>
          {t('interview.cancel')}
        </Button>
      )}
      <Button onClick={onClose}>{t('common.back')}</Button>
      <Button type="submit" variant="filled">
        {t('common.saveChanges')}
      </Button>
    </footer>
  );
}

/** R75: it is changed for itself, for the time that is booked; with a new time it goes along (C5). */
function Reminder({ ids, unsaved }: { readonly ids: readonly InterviewId[]; readonly unsaved: boolean }) {
  const { t } = useTranslation();
  const reminder = useReminderStanding(ids);
  return (
    <p className={classes['reminder']}>
      <span>{t('interview.reminder')}</span> <ReminderStanding {...reminder} />
      {!reminder.mayChange ? null : unsaved ? (
        <span className={classes['note']}>{t('interview.saveFirst')}</span>
      ) : (
        <ChangeReminder
          onChange={() => {
            requestReminder(ids);
          }}
        />
      )}
    </p>
  );
}

/** Of everybody who withdraws. */
function together(ended: readonly Ended[]): Ended {
  return {
    cancelled: ended.flatMap(({ cancelled }) => cancelled),
    refused: ended.flatMap(({ refused }) => refused),
    held: ended.flatMap(({ held }) => held),
  };
}

/** What it takes once it is saved: nothing that it does not take already is warned of. */
function wantedBy({ meeting }: OpenedMeeting, { recruiterIds }: MeetingValues, to: MeetingPlace | null) {
  const fields = meeting[0]?.fields;
  if (fields === undefined) return null;
  const isSame = recruiterIds.every((id) => fields.recruiterIds.includes(id));
  if (to === null && isSame) return null;
  const { startsAt, minutes, place } = to ?? fields;
  const personIds = meeting.map((one) => one.fields.personId);
  return { startsAt, minutes, place, recruiterIds, personIds, own: fields.meetingId };
}

function Arrangement({ field, form }: CheckedForm<MeetingValues>) {
  const { t } = useTranslation();
  const [begun] = useState(form.values.recruiterIds);
  const recruiters = useRecruitersAtWork(begun);
  return (
    <>
      <SlotFields field={field} />
      <div className={classes['pair']}>
        <RecruitersField recruiters={recruiters} {...field('recruiterIds')} />
        <Select
          label={t('interview.kind')}
          placeholder={t('interview.kindOpen')}
          data={INTERVIEW_KINDS.map((value) => ({ value, label: t(KIND_WORDS[value]) }))}
          clearable
          {...field('kind')}
        />
      </div>
    </>
  );
}

interface NewsProps extends OpenedMeeting {
  readonly checked: CheckedForm<MeetingValues>;
  readonly to: MeetingPlace;
}

/** Who hears of the new time, and the mails that say so. */
function News({ meeting, mail, to, checked: { field, form } }: NewsProps) {
  const { t } = useTranslation();
  const session = useSession();
  const show = useShowPreview();
  const { tellAgain } = form.values;
  return (
    <>
      {isSomebodyTold(session, meeting) ? (
        <Checkbox label={t('calendar.tellAgain')} {...field('tellAgain', 'checkbox')} />
      ) : null}
      <NewsOfMove {...newsOfMove(session, meeting, { to, tellAgain }, mail)} show={show} />
    </>
  );
}
