import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mailFor, newsOfCancellation, readMeeting, toBeToldOff } from '../../data/meeting.js';
import { isEverybody, membersNow, type MeetingMeant } from '../../data/meeting-members.js';
import type { Roster } from '../../data/roster/rows.js';
import { useOpenMail } from '../../data/use-interview-mail.js';
import { useFollow, useReread } from '../../data/use-reread.js';
import { useSession } from '../../data/use-session.js';
import { useShowPreview } from '../../data/use-show-preview.js';
import { useCodeRequest } from '../../state/code-request.js';
import { useReminderRequest } from '../../state/reminder-request.js';
import { CancelInterview } from '../../ui/cancel-interview.js';
import { Dialog } from '../../ui/dialog.js';
import { MeetingForm } from './meeting-form.js';
import type { MeetingDialogProps, OpenedMeeting } from './opened-meeting.js';
import { useEditMeeting } from './use-edit-meeting.js';
import { useNamesIn } from './use-names-in.js';

/**
 * *Edit meeting invitation* (G-7): who, what and their answers, given by phone or at the stand (C18); when, where, with whom
 * (C31); or that it does not take place. The one form for all of it, whatever page asks for it.
 */
export function MeetingDialog({ request, onClose }: MeetingDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const openMail = useOpenMail();
  const meant = useMeant(request);
  const read = useCallback(async () => {
    const members = membersNow(session.roster.current(), meant);
    const meeting = await readMeeting(session, members.length === 0 ? meant.ids : members.map(({ id }) => id));
    return { meeting, mail: await mailFor(session, meeting, openMail) };
  }, [session, meant, openMail]);
  const reread = useReread(
    read,
    useCallback((roster: Roster) => JSON.stringify(membersNow(roster, meant)), [meant]),
  );
  const showsCode = useCodeRequest(({ ids }) => ids.length > 0);
  const showsReminder = useReminderRequest(({ ids }) => ids.length > 0);
  return (
    <Dialog opened onClose={onClose} keepsEscape={showsCode || showsReminder} title={t('interview.edit')} size={600}>
      {reread !== null && reread.value.meeting.length > 0 ? (
        <MeetingSteps request={request} onClose={onClose} {...reread.value} stands={reread} />
      ) : null}
    </Dialog>
  );
}

/** Opened for all of it, as the calendar does, it is for all of it; from a dossier it is for that one alone. */
function useMeant({ interviewIds: ids, offersProgress }: MeetingDialogProps['request']): MeetingMeant {
  const { roster } = useSession();
  const [everybody] = useState(() => (offersProgress || ids.length > 1) && isEverybody(roster.current(), ids));
  return useMemo(() => ({ ids, everybody }), [ids, everybody]);
}

/** The form; or, before an interview is cancelled that somebody knows of, who that is and what they are told. */
function MeetingSteps(props: OpenedMeeting) {
  const { meeting, mail, stands, onClose } = props;
  const session = useSession();
  const show = useShowPreview();
  const namesOf = useNamesIn();
  const { cancel } = useEditMeeting(props);
  const [cancelling, setCancelling] = useState(false);
  useFollow(stands, cancelling);
  const told = toBeToldOff(session, meeting);
  const run = async (wish: { readonly tell: boolean }): Promise<void> => {
    if (await cancel(wish)) onClose();
  };
  if (!cancelling) {
    return (
      <MeetingForm
        key={stands.reading}
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
      told={namesOf(told)}
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
