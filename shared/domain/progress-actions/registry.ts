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

interface Entry {
  /** The right that enables it (C19, G-9); null when everybody who handles applications has it. */
  readonly right: NeededRight | null;
  readonly action: { readonly id: ProgressActionId };
}

/** Every action of *Further progress*, and the organisation's own steps. An action that is missing here does not compile. */
export const progressActions = {
  withdraw: { right: null, action: withdraw },
  delete: { right: 'delete', action: deleteApplication },
  'send-email': { right: 'send-email', action: sendEmail },
  'invite-to-interview': { right: ANY_INVITE, action: inviteToInterview },
  reject: { right: 'reject', action: reject },
  save: { right: null, action: save },
  'save-and-send-credentials': { right: 'send-email', action: saveAndSendCredentials },
  forward: { right: 'send-email', action: forward },
  transfer: { right: 'transfer', action: transfer },
  'send-offer': { right: 'offer', action: sendOffer },
  hire: { right: 'hire', action: hire },
  'employment-contract': { right: 'hire', action: employmentContract },
  'send-letter': { right: null, action: sendLetter },
  'panel-review': { right: 'send-email', action: panelReview },
  'own-step': { right: null, action: ownStep },
} as const satisfies Record<ProgressActionId, Entry>;

/** The list *Further progress* in the order of T1 (R2). C19: an action without its right is not in it. */
export function listProgressActions(rights: readonly Right[]): readonly FixedActionId[] {
  return PROGRESS_ACTIONS.filter((id) => {
    const { right }: Entry = progressActions[id];
    return right === null || hasRight(rights, right);
  });
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
