import { create } from 'zustand';
import type { Interview } from '../../shared/records/interview.js';
import type { RecruiterId } from '../../shared/records/primitives.js';

/** A slot that was chosen for an interview: when, how long, with whom and where, as the invitation asks for it. */
export interface ChosenSlot {
  /** `2026-11-18` and `09:00`, in the organisation's zone. */
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  /** Left out where anybody may take it. */
  readonly recruiterIds?: readonly RecruiterId[];
  readonly place?: string;
  /** Of a group that is joined: what else stands, and its entry in the calendar. */
  readonly joins?: JoinedGroup;
}

export interface JoinedGroup extends Pick<Interview, 'type' | 'kind' | 'places'> {
  readonly group: string;
  readonly arrangement: 'together';
}

/** A slot that waits for somebody who is being captured; the page Capture goes on with it. */
export const useWalkIn = create<{ readonly slot: ChosenSlot | null }>()(() => ({ slot: null }));

export function holdForWalkIn(slot: ChosenSlot | null): void {
  useWalkIn.setState({ slot });
}
