import { create } from 'zustand';

interface SlotBoardState {
  /** A calendar date; null for today, whenever that is. */
  readonly date: string | null;
  readonly by: 'recruiter' | 'room';
  readonly minutes: number;
}

/** How the slot board was left, so that it is there again. */
export const useSlotBoard = create<SlotBoardState>()(() => ({ date: null, by: 'recruiter', minutes: 30 }));

export function changeSlotBoard(change: Partial<SlotBoardState>): void {
  useSlotBoard.setState(change);
}
