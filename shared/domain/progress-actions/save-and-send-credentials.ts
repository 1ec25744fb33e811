import { planStatus, type Ticks } from '../plan-status.js';
import type { PlanProblem, ProgressAction } from '../progress-action.js';
import { agreedToBeKept } from './save.js';

const PLACE_MISSING: PlanProblem = {
  code: 'credentials-place-missing',
  language: null,
  field: null,
  applicationIds: [],
};

/**
 * R26: all of Save. What the password would open, the candidate's own page, comes with the server (R27, R28): until then
 * nothing is done here and nothing sent, and the plan says so (C17). Whoever is saved already may be sent a new one.
 */
export const saveAndSendCredentials: ProgressAction<Ticks> = {
  id: 'save-and-send-credentials',
  plan: (...parts) => {
    const plan = planStatus({ id: 'save-and-send-credentials', to: 'saved', refuse: agreedToBeKept }, ...parts);
    return {
      ...plan,
      included: plan.included.map((planned) => ({ ...planned, changes: [] })),
      problems: [...plan.problems, PLACE_MISSING],
    };
  },
};
