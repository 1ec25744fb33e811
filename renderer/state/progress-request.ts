import { create } from 'zustand';
import type { ActionChoice } from '../../shared/domain/action-choice.js';
import type { ApplicationId, PersonId } from '../../shared/records/primitives.js';
import type { ChosenSlot } from './slot-request.js';

/** *Execute* was pressed: this action is to be planned for these applications. */
export interface ProgressRequest {
  /** Another request is another dialog, even for the same people. */
  readonly id: number;
  readonly action: ActionChoice;
  readonly applicationIds: readonly ApplicationId[];
  /** When it is to be, of an interview for which a slot was chosen. */
  readonly slot: ChosenSlot | null;
}

/** A dialog that was left for its template (R104); what was typed in it is kept as its draft. */
interface LeftRequest extends Omit<ProgressRequest, 'id'> {
  /** Where it was open. */
  readonly href: string;
}

interface ProgressRequests {
  readonly request: ProgressRequest | null;
  readonly left: LeftRequest | null;
  /** People without an application who are to be added to a vacancy. */
  readonly adding: readonly PersonId[] | null;
}

/** Set by the list, the dossier and the calendar (R3); the one dialog of the shell answers. */
export const useProgressRequestStore = create<ProgressRequests>()(() => ({
  request: null,
  left: null,
  adding: null,
}));

let asked = 0;

export function requestProgress(
  action: ActionChoice,
  applicationIds: readonly ApplicationId[],
  slot: ChosenSlot | null = null,
): void {
  asked += 1;
  useProgressRequestStore.setState({ request: { id: asked, action, applicationIds, slot }, left: null });
}

export function closeProgress(): void {
  useProgressRequestStore.setState({ request: null });
}

/** Closes the dialog for now: whoever looks at its template comes back to it (R104). */
export function leaveProgress(href: string): void {
  useProgressRequestStore.setState(({ request }) => {
    if (request === null) return {};
    const { action, applicationIds, slot } = request;
    return { request: null, left: { action, applicationIds, slot, href } };
  });
}

/** Opens the dialog that was left, with what was typed in it. */
export function resumeProgress(): void {
  const { left } = useProgressRequestStore.getState();
  if (left !== null) requestProgress(left.action, left.applicationIds, left.slot);
}

/** *Add to a vacancy* was pressed (C13): from the CV database, or from the dossier of a prospect. */
export function requestVacancy(people: readonly PersonId[]): void {
  useProgressRequestStore.setState({ adding: people });
}

export function closeVacancy(): void {
  useProgressRequestStore.setState({ adding: null });
}
