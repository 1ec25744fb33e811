import { create } from 'zustand';
import type { InterviewId } from '../../shared/records/primitives.js';

/** Whose interviews are to be shown as codes that a phone reads; empty: none. */
export const useCodeRequest = create<{ readonly ids: readonly InterviewId[] }>()(() => ({ ids: [] }));

export function requestCode(ids: readonly InterviewId[]): void {
  useCodeRequest.setState({ ids });
}

export function closeCode(): void {
  useCodeRequest.setState({ ids: [] });
}
