import { useState } from 'react';
import type { Plan, PlanWarningCode, ProgressActionId } from '../../../shared/domain/progress-action.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import type { Saved } from '../../data/commit.js';
import type { Session, Undone } from '../../data/session.js';
import { useSession } from '../../data/use-session.js';
import { untick } from '../../state/application-lists.js';
import { useDoubleBooking } from '../../ui/confirm-booking.js';
import { applicationsOf, commitPlan, type PlanOutcome } from './commit-plan.js';
import { planStep, type Step } from './mail-action-steps.js';
import type { SelectionControl } from './use-selection.js';

/** Does what the plan says, a double booking only when it is confirmed: to the last step, or the plan once more with those who are left. */
export function useSending(
  action: ProgressActionId,
  plan: Plan | null,
  { selection, leaveOut, bringBack }: SelectionControl,
  { setStep, renew }: { readonly setStep: (step: Step) => void; readonly renew: () => void },
) {
  const session = useSession();
  const [sending, setSending] = useState(false);
  const booking = useDoubleBooking(bookedTwice(plan));
  const run = async (planNow: () => Plan, onSaved: () => void): Promise<void> => {
    if (plan === null || plan.problems.length > 0 || !booking.mayGo()) return;
    setSending(true);
    const outcome = await commitPlan(session, action, plan, planNow).finally(() => setSending(false));
    untick(doneBy(outcome));
    if (outcome.kind === 'saved') {
      onSaved();
      setStep({ kind: 'done', plan: outcome.plan, saved: outcome.saved, selection });
      return;
    }
    setStep({ ...planStep(leaveOut(doneBy(outcome))), notice: outcome }); // never a second time
  };
  const undoPart = async (saved: Saved): ReturnType<Session['undo']> => {
    const answer = await session.undo(saved);
    renew(); // what is taken back is erased, and its ids with it
    if (answer.ok) setStep(planStep(bringBack(takenBack(saved, answer.value))));
    return answer;
  };
  return { sending, booking, run, undoPart };
}

function doneBy(outcome: PlanOutcome): readonly ApplicationId[] {
  if (outcome.kind === 'saved') return outcome.plan.included.map(({ applicationId }) => applicationId);
  return outcome.kind === 'failed' ? outcome.written : [];
}

/** For whom an undo took everything back. */
function takenBack({ changeSets }: Saved, { kept }: Undone): readonly ApplicationId[] {
  const stays = new Set(applicationsOf(kept.map(({ change }) => change)));
  return applicationsOf(changeSets.flatMap(({ changes }) => changes)).filter((id) => !stays.has(id));
}

const BUSY: readonly PlanWarningCode[] = ['recruiter-busy', 'candidate-busy', 'room-busy'];

/** Whose interviews would be at the time of something else. */
function bookedTwice(plan: Plan | null): readonly string[] {
  return (plan?.warnings ?? [])
    .filter(({ code }) => BUSY.includes(code))
    .flatMap(({ applicationIds }) => applicationIds);
}
