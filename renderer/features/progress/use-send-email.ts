import { useCallback, useMemo, useState } from 'react';
import type { Plan, Selection } from '../../../shared/domain/progress-action.js';
import { sendEmail } from '../../../shared/domain/progress-actions/send-email.js';
import { invariant } from '../../../shared/lib/assert.js';
import type { ApplicationId, Language } from '../../../shared/records/primitives.js';
import type { Saved } from '../../data/commit.js';
import type { Roster } from '../../data/roster/rows.js';
import type { Session, Undone } from '../../data/session.js';
import { useCalendarDate } from '../../data/use-calendar-date.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { untick } from '../../state/application-lists.js';
import { useFormats } from '../../ui/formats.js';
import { applicationsWrittenTo, commitPlan, type PlanOutcome } from './commit-plan.js';
import { inputOf, type MailForm } from './mail-form.js';
import {
  hasFieldProblems,
  NO_PROBLEMS,
  placeProblems,
  withoutProblems,
  type PlacedProblems,
} from './place-problems.js';
import { planContext, senderOf } from './plan-context.js';
import { countByLanguage, selectionOf } from './selection-of.js';
import type { MailDesk } from './use-mail-desk.js';
import { useMailForm, type MailFormControl } from './use-mail-form.js';

/** Why the plan is shown once more. */
export type PlanNotice = Exclude<PlanOutcome, { readonly kind: 'saved' }>;

type Step =
  | { readonly kind: 'details' }
  /** Of the people as they were when the plan was made: it changes only before somebody's eyes. */
  | { readonly kind: 'plan'; readonly selection: Selection; readonly notice: PlanNotice | null }
  | { readonly kind: 'done'; readonly plan: Plan; readonly saved: Saved; readonly selection: Selection };

export interface SendEmailControl {
  readonly form: MailFormControl;
  readonly step: Step;
  readonly selection: Selection;
  readonly languages: ReadonlyMap<Language, number>;
  /** The plan being checked; null before. */
  readonly plan: Plan | null;
  readonly problems: PlacedProblems;
  /** How often the form was checked: the cursor goes to what is wrong then, and not while it is being put right. */
  readonly checks: number;
  readonly sending: boolean;
  /** To the plan, or to the first thing that must be put right. */
  readonly check: () => void;
  readonly backToDetails: () => void;
  readonly forgetProblems: (language: Language | 'from') => void;
  readonly send: () => Promise<void>;
  readonly undo: (saved: Saved) => ReturnType<Session['undo']>;
  /** Takes back what a bulk that stopped half-way has written; these people are in the plan again. */
  readonly undoPart: (saved: Saved) => ReturnType<Session['undo']>;
}

/** *Send email* for some applications: the form, the plan, what became of it. Null until desk and draft are there. */
export function useSendEmail(applicationIds: readonly ApplicationId[], desk: MailDesk | null): SendEmailControl | null {
  const session = useSession();
  const { selection, selectionNow, leaveOut, bringBack } = useSelection(applicationIds);
  const languages = useMemo(() => countByLanguage(selection), [selection]);
  const from = useMemo(() => (desk === null ? null : senderOf(session, desk)), [session, desk]);
  const control = useMailForm(selection, [...languages.keys()], from);
  // With nobody to write to there is nothing to write: why, and the ways out, stand in the plan.
  const [step, setStep] = useState<Step>(() => (languages.size === 0 ? planStep(selection) : { kind: 'details' }));
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [checks, setChecks] = useState(0);
  const [sending, setSending] = useState(false);
  const form = control?.form ?? null;
  const { plan, planFor } = usePlan(step, form, desk);
  if (control === null || form === null) return null;

  const send = async (): Promise<void> => {
    if (plan === null || step.kind !== 'plan' || plan.problems.length > 0) return;
    setSending(true);
    const now = (): Plan => planFor(selectionNow(), form);
    const outcome = await commitPlan(session, sendEmail.id, plan, now).finally(() => setSending(false));
    untick(writtenBy(outcome));
    if (outcome.kind === 'saved') {
      control.clearDraft();
      setStep({ kind: 'done', plan: outcome.plan, saved: outcome.saved, selection: step.selection });
      return;
    }
    setStep({ ...planStep(leaveOut(writtenBy(outcome))), notice: outcome }); // never a second time
  };
  return {
    form: control,
    step,
    selection,
    languages,
    plan,
    problems,
    checks,
    sending,
    check: () => {
      const placed = placeProblems(planFor(selection, form).problems, form.texts);
      setProblems(placed);
      setChecks(checks + 1);
      if (!hasFieldProblems(placed)) setStep(planStep(selection));
    },
    backToDetails: () => {
      setStep({ kind: 'details' });
    },
    forgetProblems: (place) => {
      setProblems(withoutProblems(problems, place));
    },
    send,
    undoPart: async (saved) => {
      const answer = await session.undo(saved);
      if (answer.ok) setStep(planStep(bringBack(takenBack(saved, answer.value))));
      return answer;
    },
    undo: async (saved) => {
      const answer = await session.undo(saved);
      if (answer.ok) control.keepDraft();
      return answer;
    },
  };
}

function writtenBy(outcome: PlanOutcome): readonly ApplicationId[] {
  if (outcome.kind === 'saved') return outcome.plan.included.map(({ applicationId }) => applicationId);
  return outcome.kind === 'failed' ? outcome.written : [];
}

/** Whose messages an undo stopped. */
function takenBack(saved: Saved, { kept }: Undone): readonly ApplicationId[] {
  return applicationsWrittenTo(saved, new Set(kept.map(({ change }) => change.id)));
}

/** The people as the roster has them, and once more as it has them at any later moment; without those already written to. */
function useSelection(applicationIds: readonly ApplicationId[]) {
  const { roster } = useSession();
  const today = useCalendarDate(useFormats().zone);
  const [written, setWritten] = useState<readonly ApplicationId[]>([]);
  const selectWithout = useCallback(
    (done: readonly ApplicationId[]) => {
      const out = new Set(done);
      const wanted = applicationIds.filter((id) => !out.has(id));
      return (current: Roster) => selectionOf(current, wanted, today);
    },
    [applicationIds, today],
  );
  const select = useMemo(() => selectWithout(written), [selectWithout, written]);
  const put = (next: readonly ApplicationId[]): Selection => {
    setWritten(next);
    return selectWithout(next)(roster.current());
  };
  return {
    selection: useRoster(select),
    selectionNow: () => select(roster.current()),
    leaveOut: (done: readonly ApplicationId[]) => put([...written, ...done]),
    bringBack: (taken: readonly ApplicationId[]) => put(written.filter((id) => !taken.includes(id))),
  };
}

function planStep(selection: Selection) {
  return { kind: 'plan', selection, notice: null } as const;
}

/** The plan of the people being checked, made again only when they or the form change: it is what will be sent. */
function usePlan(step: Step, form: MailForm | null, desk: MailDesk | null) {
  const session = useSession();
  const planFor = useCallback(
    (people: Selection, of: MailForm): Plan => {
      invariant(desk !== null, 'the form waits for the desk');
      return sendEmail.plan(people, inputOf(of, [...countByLanguage(people).keys()]), planContext(session, desk));
    },
    [session, desk],
  );
  const checked = step.kind === 'plan' ? step.selection : null;
  const plan = useMemo(
    () => (checked === null || form === null ? null : planFor(checked, form)),
    [checked, form, planFor],
  );
  return { plan, planFor };
}
