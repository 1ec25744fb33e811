import type { InterviewWriter } from '../../../shared/domain/movable-interview.js';
import type { InterviewAnswer } from '../../../shared/records/interview.js';
import type { SeenMeeting } from '../../data/meeting.js';
import type { Reading } from '../../data/use-reread.js';
import type { MeetingRequest } from '../../state/meeting-request.js';

/** A meeting as it was asked for. */
export interface MeetingDialogProps {
  readonly request: MeetingRequest;
  readonly onClose: () => void;
}

/** The same, read, with what writes its mails. */
export interface OpenedMeeting extends MeetingDialogProps {
  readonly meeting: SeenMeeting;
  readonly mail: InterviewWriter;
  /** Whether that still stands; asked before anything is written. */
  readonly stands: Reading;
}

/** New answers, by the interview; those that stay as they are do not stand here. */
export type NewAnswers = ReadonlyMap<string, InterviewAnswer>;
