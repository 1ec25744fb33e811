import { planStatus, type Ticks } from '../plan-status.js';
import type { ProgressAction } from '../progress-action.js';

/** R9, R10: the candidate's own decision, at any part of the process. What waits for the application is stopped (C34). */
export const withdraw: ProgressAction<Ticks> = {
  id: 'withdraw',
  plan: (...parts) => planStatus({ id: 'withdraw', to: 'withdrawn' }, ...parts),
};
