import { create } from 'zustand';
import type { InterviewId } from '../../shared/records/primitives.js';

/** Of which meeting the reminder is to be changed; empty: of none. */
export const useReminderRequest = create<{ readonly ids: readonly InterviewId[] }>()(() => ({ ids: [] }));

export function requestReminder(ids: readonly InterviewId[]): void {
  useReminderRequest.setState({ ids });
}

export function closeReminder(): void {
  useReminderRequest.setState({ ids: [] });
}
