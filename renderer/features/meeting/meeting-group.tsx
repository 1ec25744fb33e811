import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOverfull, leavesSomebodyOut, placesLeft, type GroupPlaces } from '../../../shared/domain/group-places.js';
import { hasRight, INVITE_RIGHTS } from '../../../shared/domain/rights.js';
import type { InterviewEntry } from '../../data/roster/calendar-entries.js';
import { isGroup, slotOfGroup } from '../../data/roster/groups.js';
import { useApplicantsToChoose } from '../../data/use-applicants-to-choose.js';
import { useRights } from '../../data/use-rights.js';
import { useSession } from '../../data/use-session.js';
import { requestProgress } from '../../state/progress-request.js';
import { ApplicantField } from '../../ui/applicant-field.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';
import { PlacesField } from '../../ui/places-field.js';
import { placesWords } from '../../ui/places-words.js';
import type { CheckedForm } from '../../ui/use-checked-form.js';
import type { MeetingValues } from './meeting-values.js';
import classes from './meeting.module.css';

interface MeetingPlacesProps {
  readonly checked: CheckedForm<MeetingValues>;
  /** Before and after what is entered. */
  readonly before: GroupPlaces;
  readonly after: GroupPlaces;
}

/** How many the group is for; a number that would leave somebody out is refused, with how many there are. */
export function MeetingPlaces({ checked: { field, form }, before, after }: MeetingPlacesProps) {
  const { t } = useTranslation();
  const { error } = field('places');
  const few = leavesSomebodyOut(before, after) ? (
    <FieldError>{t('interview.placesFew', { count: after.taken })}</FieldError>
  ) : null;
  return (
    <PlacesField
      value={form.values.places}
      error={error ?? few}
      description={<Taken places={after} />}
      onChange={(places) => {
        form.setFieldValue('places', places);
      }}
    />
  );
}

/** An overfull group stands out: it waits for somebody to give it places or move a person. */
function Taken({ places }: { readonly places: GroupPlaces }) {
  const { t } = useTranslation();
  const words = placesWords(t, places);
  if (!isOverfull(places)) return words;
  return (
    <span className={classes['overfull']}>
      <IconAlertTriangle {...tagIcon} />
      {words}
    </span>
  );
}

interface InviteToGroupProps {
  readonly entry: InterviewEntry;
  /** Once what is entered is saved. */
  readonly after: GroupPlaces;
  /** Leaving would throw away what was entered. */
  readonly unsaved: boolean;
  readonly onLeave: () => void;
}

/** Somebody else for a group that is to come and has a place left: found by name, then the invitation opens. Not before what is entered is saved. */
export function InviteToGroup({ entry, after, unsaved, onLeave }: InviteToGroupProps) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const session = useSession();
  const rights = useRights();
  const [typed, setTyped] = useState('');
  const found = useApplicantsToChoose(typed);
  const isToCome = entry.startsAt > session.now();
  if (!isGroup(entry) || !isToCome || placesLeft(after) === 0) return null;
  if (!hasRight(rights, INVITE_RIGHTS[entry.activity])) return null;
  return (
    <ApplicantField
      label={t('interview.inviteToGroup')}
      found={found}
      typed={typed}
      withheld={unsaved ? t('interview.saveFirst') : null}
      onTyped={setTyped}
      onChoose={(application) => {
        onLeave();
        requestProgress('invite-to-interview', [application], slotOfGroup(entry, zone));
      }}
    />
  );
}
