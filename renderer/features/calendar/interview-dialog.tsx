import { Button, Checkbox } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { wallTimeIn } from '../../../shared/lib/time.js';
import type { InterviewEntry } from '../../data/roster/calendar-entries.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { AnswerLabel } from '../../ui/answer-label.js';
import { DataList } from '../../ui/data-list.js';
import { Dialog } from '../../ui/dialog.js';
import { useFormats } from '../../ui/formats.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import { ACTIVITY_WORDS } from './activity-words.js';
import classes from './entry-dialog.module.css';
import { PersonLink } from './person-link.js';
import type { WallSlot } from './recruitment-calendar.js';
import { SlotFields } from './slot-fields.js';
import { SlotNotes } from './slot-notes.js';
import { checkSlot, readSlot, type SlotValues } from './slot-values.js';
import { isSomebodyTold, readMeeting, useMoveMeeting, type OpenMail, type SeenMeeting } from './use-move-meeting.js';
import { useRecruiterNames } from './use-recruiter-names.js';

interface InterviewDialogProps {
  readonly entry: InterviewEntry;
  /** Where it was dragged to; null to begin where it stands. */
  readonly to: WallSlot | null;
  readonly onClose: () => void;
  readonly openMail: OpenMail;
}

/** A meeting: who, what, their answers, and when and where, which may be changed. Dragging does the same (keyboard: here). */
export function InterviewDialog(props: InterviewDialogProps) {
  const { entry, onClose } = props;
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t(ACTIVITY_WORDS[entry.activity])}>
      <div className={classes['form']}>
        <People entry={entry} />
        <MoveLoader {...props} />
      </div>
    </Dialog>
  );
}

function People({ entry }: { readonly entry: InterviewEntry }) {
  const { t } = useTranslation();
  const recruiters = useRecruiterNames(entry.recruiterIds);
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
    </>
  );
}

function MoveLoader(props: InterviewDialogProps) {
  const { entry } = props;
  const session = useSession();
  const load = useCallback(() => readMeeting(session, entry), [session, entry]);
  const loaded = useLoaded(load);
  return loaded.status === 'loading' ? null : <MoveForm {...props} meeting={loaded.value} />;
}

interface MoveValues extends SlotValues {
  readonly tellAgain: boolean;
}

interface MoveFormProps extends InterviewDialogProps {
  readonly meeting: SeenMeeting;
}

function MoveForm({ entry, to, meeting, onClose, openMail }: MoveFormProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { zone } = useFormats();
  const move = useMoveMeeting(openMail);
  const told = isSomebodyTold(session, meeting);
  const { date, time, minutes } = to ?? { ...wallTimeIn(zone, entry.startsAt), minutes: entry.minutes };
  const initialValues: MoveValues = { date, time, minutes, place: entry.place, tellAgain: true };
  const { form, field, submit } = useCheckedForm({ initialValues, check: (values) => checkSlot(values, zone) });
  const slot = readSlot(form.values, zone);
  const save = async (values: MoveValues): Promise<void> => {
    const place = readSlot(values, zone);
    if (place !== null && (await move(entry, meeting, place, values))) onClose();
  };
  return (
    <form className={classes['form']} onSubmit={submit((values) => void save(values))} autoComplete="off" noValidate>
      <SlotFields field={field} />
      <SlotNotes wanted={slot === null ? null : { id: entry.id, recruiterIds: entry.recruiterIds, ...slot }} />
      {told ? <Checkbox label={t('calendar.tellAgain')} {...field('tellAgain', 'checkbox')} /> : null}
      <div className={classes['actions']}>
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="filled">
          {t('calendar.move')}
        </Button>
      </div>
    </form>
  );
}
