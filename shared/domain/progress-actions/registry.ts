import type { Right } from '../../records/recruiter.js';
import { ANY_INVITE, hasRight, type NeededRight } from '../rights.js';
import {
  PROGRESS_ACTIONS,
  type FixedActionId,
  type Plan,
  type PlanContext,
  type ProgressAction,
  type ProgressActionId,
  type Selection,
} from '../progress-action.js';
import { deleteApplication } from './delete.js';
import { forward } from './forward.js';
import { hire } from './hire.js';
import { inviteToInterview } from './invite-to-interview.js';
import { employmentContract } from './employment-contract.js';
import { ownStep } from './own-step.js';
import { panelReview } from './panel-review.js';
import { reject } from './reject.js';
import { saveAndSendCredentials } from './save-and-send-credentials.js';
import { save } from './save.js';
import { sendEmail } from './send-email.js';
import { sendLetter } from './send-letter.js';
import { sendOffer } from './send-offer.js';
import { transfer } from './transfer.js';
import { withdraw } from './withdraw.js';

/** Why an action stands in the list and cannot be executed. */
export const UNAVAILABLE_REASONS = ['not-built-yet'] as const;
export type UnavailableReason = (typeof UNAVAILABLE_REASONS)[number];

interface Unavailable {
  readonly unavailable: UnavailableReason;
}

interface Entry {
  /** The right that enables it (C19, G-9); null when everybody who handles applications has it. */
  readonly right: NeededRight | null;
  readonly built: { readonly id: ProgressActionId } | Unavailable;
}

/** Every action of *Further progress*, built or not, and the organisation's own steps. An action that is missing here does not compile. */
export const progressActions = {
  withdraw: { right: null, built: withdraw },
  delete: { right: 'delete', built: deleteApplication },
  'send-email': { right: 'send-email', built: sendEmail },
  'invite-to-interview': { right: ANY_INVITE, built: inviteToInterview },
  reject: { right: 'reject', built: reject },
  save: { right: null, built: save },
  'save-and-send-credentials': { right: 'send-email', built: saveAndSendCredentials },
  forward: { right: 'send-email', built: forward },
  transfer: { right: 'transfer', built: transfer },
  'send-offer': { right: 'offer', built: sendOffer },
  hire: { right: 'hire', built: hire },
  'employment-contract': { right: 'hire', built: employmentContract },
  'send-letter': { right: null, built: sendLetter },
  'panel-review': { right: 'send-email', built: panelReview },
  'own-step': { right: null, built: ownStep },
} as const satisfies Record<ProgressActionId, Entry>;

/** One row of the list; its name and help are `progress.actions.<id>.name` and `.help` (R8). */
export interface ListedAction {
  readonly id: FixedActionId;
  /** Null when it can be executed. */
  readonly unavailable: UnavailableReason | null;
}

/** The list *Further progress* in the order of T1 (R2). C19: an action without its right is not in it. */
export function listProgressActions(rights: readonly Right[]): readonly ListedAction[] {
  return PROGRESS_ACTIONS.filter((id) => {
    const { right }: Entry = progressActions[id];
    return right === null || hasRight(rights, right);
  }).map((id) => ({ id, unavailable: whyNot(progressActions[id]) }));
}

function whyNot({ built }: Entry): UnavailableReason | null {
  return 'unavailable' in built ? built.unavailable : null;
}

/** What a plan of an action says to somebody without its right: it is there to be looked at, and carries no changes (C19). */
export function planAction<Input>(
  action: ProgressAction<Input>,
  selection: Selection,
  input: Input,
  context: PlanContext,
): Plan {
  const plan = action.plan(selection, input, context);
  const { right }: Entry = progressActions[action.id];
  if (right === null || hasRight(context.recruiter.rights, right)) return plan;
  const problem = { code: 'right-missing', language: null, field: null, applicationIds: [] } as const;
  return {
    ...plan,
    included: plan.included.map((planned) => ({ ...planned, changes: [] })),
    problems: [problem, ...plan.problems],
  };
}
