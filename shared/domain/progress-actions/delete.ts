import { planStatus, type Ticks } from '../plan-status.js';
import type { ProgressAction } from '../progress-action.js';

/** R13, R14: out of the vacancy and on to *Deleted applications*, where it can be restored. What waits is stopped (C34). */
export const deleteApplication: ProgressAction<Ticks> = {
  id: 'delete',
  plan: (...parts) => planStatus({ id: 'delete', to: 'deleted' }, ...parts),
};
