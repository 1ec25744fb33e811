import { create } from 'zustand';
import type { InterviewId, RecruiterId } from '../../shared/records/primitives.js';

/** A meeting that is to be edited: *Edit meeting invitation* (G-7). */
export interface MeetingRequest {
  /** Another request is another dialog, even for the same meeting. */
  readonly id: number;
  /** Everybody in it who is meant. */
  readonly interviewIds: readonly InterviewId[];
  /** Where it was dragged to, as the wall shows it; null to begin where it stands. */
  readonly to: {
    readonly date: string;
    readonly time: string;
    readonly minutes: number;
    readonly place?: string;
    readonly recruiterIds?: readonly RecruiterId[];
  } | null;
  /** Whether *Further progress* is offered in it: not where it stands beside it anyway. */
  readonly offersProgress: boolean;
}

/** Set by the calendar, the dossier and the lists; the one dialog of the shell answers. */
export const useMeetingRequestStore = create<{ readonly request: MeetingRequest | null }>()(() => ({ request: null }));

let asked = 0;

export function requestMeeting(
  interviewIds: readonly InterviewId[],
  { to = null, offersProgress = true }: Partial<Pick<MeetingRequest, 'to' | 'offersProgress'>> = {},
): void {
  asked += 1;
  useMeetingRequestStore.setState({ request: { id: asked, interviewIds, to, offersProgress } });
}

export function closeMeeting(): void {
  useMeetingRequestStore.setState({ request: null });
}
