import { create } from 'zustand';
import type { LetterId } from '../../shared/records/primitives.js';

/** What somebody asks for: paper, a file, or what became of the letters (R44, C16). */
export type LetterAct = 'print' | 'save' | 'posted' | 'discarded';

export interface LetterRequest {
  readonly id: number;
  readonly act: LetterAct;
  readonly letterIds: readonly LetterId[];
}

/** Set by the list of letters, the dossier and the dialog that wrote them; one place of the shell answers. */
export const useLetterRequestStore = create<{ readonly request: LetterRequest | null }>()(() => ({ request: null }));

let asked = 0;

export function requestLetters(act: LetterAct, letterIds: readonly LetterId[]): void {
  asked += 1;
  useLetterRequestStore.setState({ request: { id: asked, act, letterIds } });
}

export function closeLetters(): void {
  useLetterRequestStore.setState({ request: null });
}
