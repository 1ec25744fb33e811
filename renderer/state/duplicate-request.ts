import { create } from 'zustand';
import type { PersonId } from '../../shared/records/primitives.js';

/** Two people who are to be looked at side by side (G-13). */
interface DuplicateRequest {
  readonly pair: readonly [PersonId, PersonId] | null;
}

/** Set by the list and the dossier; the one dialog of the shell answers. */
export const useDuplicateRequestStore = create<DuplicateRequest>()(() => ({ pair: null }));

export function requestComparison(one: PersonId, other: PersonId): void {
  useDuplicateRequestStore.setState({ pair: [one, other] });
}

export function closeComparison(): void {
  useDuplicateRequestStore.setState({ pair: null });
}
