import { create } from 'zustand';
import type { ApplicationId, PersonId } from '../../shared/records/primitives.js';

/** What is to be deleted permanently: chosen applications (R16), or people with everything that is kept of them (C23). */
export type ErasureRequest =
  | {
      readonly kind: 'applications';
      readonly applications: readonly { readonly id: ApplicationId; readonly personId: PersonId }[];
    }
  | { readonly kind: 'people'; readonly people: readonly PersonId[] };

/** Set by *Deleted applications* and by the dossier; one place of the shell asks and does it. */
export const useErasureRequestStore = create<{ readonly request: ErasureRequest | null }>()(() => ({ request: null }));

export function requestErasure(request: ErasureRequest): void {
  useErasureRequestStore.setState({ request });
}

export function closeErasure(): void {
  useErasureRequestStore.setState({ request: null });
}
