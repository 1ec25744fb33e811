import { create } from 'zustand';
import type { ProgressActionId } from '../../shared/domain/progress-action.js';
import type { ApplicationId } from '../../shared/records/primitives.js';

/** *Execute* was pressed: this action is to be planned for these applications. */
export interface ProgressRequest {
  /** Another request is another dialog, even for the same people. */
  readonly id: number;
  readonly action: ProgressActionId;
  readonly applicationIds: readonly ApplicationId[];
}

interface ProgressRequests {
  readonly request: ProgressRequest | null;
}

/** Set by the list, the dossier and later the calendar (R3); the one dialog of the shell answers. */
export const useProgressRequestStore = create<ProgressRequests>()(() => ({ request: null }));

let asked = 0;

export function requestProgress(action: ProgressActionId, applicationIds: readonly ApplicationId[]): void {
  asked += 1;
  useProgressRequestStore.setState({ request: { id: asked, action, applicationIds } });
}

export function closeProgress(): void {
  useProgressRequestStore.setState({ request: null });
}
