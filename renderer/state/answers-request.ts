import { create } from 'zustand';

interface AnswersRequest {
  readonly open: boolean;
  /** What was dropped on another page; it lies in memory and nowhere else. */
  readonly files: readonly File[];
}

/** Set by the calendar, Home, the palette and whatever is dropped; the one dialog of the shell answers. */
export const useAnswersRequest = create<AnswersRequest>()(() => ({ open: false, files: [] }));

export function requestAnswers(files: readonly File[] = []): void {
  useAnswersRequest.setState({ open: true, files });
}

export function closeAnswers(): void {
  useAnswersRequest.setState({ open: false, files: [] });
}

/** Whether a file may hold an answer, by its name; what is inside is judged when it is read. */
export function mayBeAnswer(name: string): boolean {
  return /\.(eml|ics|msg)$/i.test(name);
}
