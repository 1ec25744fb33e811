import { create } from 'zustand';
import type { PersonId } from '../../shared/records/primitives.js';

/** Two people who are to be looked at side by side (G-13). */
interface DuplicateRequest {
  readonly pair: readonly [PersonId, PersonId] | null;
  /** Whose dossier it was asked for from, where it was one. */
  readonly open: PersonId | null;
}

/** Set by the list and the dossier; the one dialog of the shell answers. */
export const useDuplicateRequestStore = create<DuplicateRequest>()(() => ({ pair: null, open: null }));

export function requestComparison(one: PersonId, other: PersonId, open: PersonId | null = null): void {
  useDuplicateRequestStore.setState({ pair: [one, other], open });
}

export function closeComparison(): void {
  useDuplicateRequestStore.setState({ pair: null, open: null });
}
