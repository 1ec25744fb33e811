import { useEffect, useRef, useState } from 'react';
import type { Plan, PlanProblem } from '../../../shared/domain/progress-action.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { Result } from '../../../shared/lib/result.js';

const NOT_RENDERED: readonly PlanProblem['code'][] = ['contract-not-rendered', 'letter-not-rendered'];

export type Preparation<Fields> = Promise<Result<Partial<Fields>, HostErrorCode>> | null;

/**
 * Has made what a plan lacks, once for each plan: what is made gives a new plan, and a failure is said and not tried again
 * until something is changed. Answers whether it is being made.
 */
export function usePreparation<Fields>(
  plan: Plan | null,
  prepare: () => Preparation<Fields>,
  onMade: (made: Partial<Fields>) => void,
  onFailed: (code: HostErrorCode) => void,
): boolean {
  const [busyFor, setBusyFor] = useState<Plan | null>(null);
  const now = useRef({ prepare, onMade, onFailed });
  useEffect(() => {
    now.current = { prepare, onMade, onFailed };
  });
  useEffect(() => {
    if (plan?.problems.some(({ code }) => NOT_RENDERED.includes(code)) !== true) return undefined;
    const making = now.current.prepare();
    if (making === null) return undefined;
    let wanted = true;
    setBusyFor(plan);
    void making.then((answer) => {
      if (!wanted) return;
      setBusyFor(null);
      if (answer.ok) now.current.onMade(answer.value);
      else now.current.onFailed(answer.code);
    });
    return () => {
      wanted = false;
    };
  }, [plan]);
  return busyFor !== null && busyFor === plan;
}
