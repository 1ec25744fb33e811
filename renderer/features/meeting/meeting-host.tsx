import { closeMeeting, useMeetingRequestStore } from '../../state/meeting-request.js';
import { MeetingDialog } from './meeting-dialog.js';

/** Shows a meeting wherever it is asked for: from the calendar, from a dossier, from a list. */
export function MeetingHost() {
  const { request } = useMeetingRequestStore();
  return request === null ? null : <MeetingDialog key={request.id} request={request} onClose={closeMeeting} />;
}
