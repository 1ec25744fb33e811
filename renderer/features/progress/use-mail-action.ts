import { useEffect, useMemo, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { admit } from '../../../shared/domain/admit.js';
import type { OfferedField } from '../../../shared/domain/merge-fields.js';
import type {
  FixedActionId,
  Plan,
  PlanContext,
  ProgressActionId,
  Selection,
} from '../../../shared/domain/progress-action.js';
import { permissionOf } from '../../../shared/domain/progress-permission.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import type { ApplicationId, Language } from '../../../shared/records/primitives.js';
import type { Saved } from '../../data/commit.js';
import type { Session } from '../../data/session.js';
import { useSession } from '../../data/use-session.js';
import type { ActionWords, MailAction, Medium, PlanRowProps } from './mail-action.js';
import {
  afterFault,
  firstStep,
  formStep,
  isPlanOnly,
  planStep,
  waysOf,
  type Step,
  type Ways,
} from './mail-action-steps.js';
import {
  hasMailProblems,
  NO_PROBLEMS,
  placeProblems,
  withoutProblems,
  type PlacedProblems,
  type ProblemPlace,
} from './place-problems.js';
import type { DoubleBooking } from '../../ui/confirm-booking.js';
import { newSeed } from './interview-context.js';
import { languagesRead } from './languages-read.js';
import type { PlanMeans } from './plan-context.js';
import { countByLanguage, countWithoutAddress } from './selection-of.js';
import type { MailDesk } from './use-mail-desk.js';
import { useMailForm, type ActionFormControl, type MailFormControl } from './use-mail-form.js';
import { usePlan } from './use-plan.js';
import { useSelection } from './use-selection.js';
import { useSending } from './use-sending.js';

/** What every step knows, whatever the action asks for. */
export interface MailActionControl {
  readonly action: ProgressActionId;
  readonly words: ActionWords;
  /** Another action for the same people, while a problem of the plan's own stands in the way; else null. */
  readonly instead: FixedActionId | null;
  /** The mail is all there is. */
  readonly mailOnly: boolean;
  /** The applicants themselves; else somebody who reads about each of them, or about all of them at once. */
  readonly audience: 'applicants' | 'each' | 'all';
  readonly medium: Medium;
  /** There is somebody for whom it can be done. */
  readonly possible: boolean;
  /** The merge fields that the mail can be given. */
  readonly mergeFields: readonly OfferedField[];
  /** What becomes of one person, in the row of the plan; null where the address stands there. */
  readonly PlanRow: ComponentType<PlanRowProps> | null;
  readonly form: MailFormControl;
  /** What the mail begins with; null where none goes. */
  readonly template: MailTemplate | null;
  readonly step: Step;
  /** Where the way begins, and what lies between there and the plan; empty where nothing can be done for anybody. */
  readonly ways: Ways;
  readonly selection: Selection;
  readonly languages: ReadonlyMap<Language, number>;
  /** How many of those who are in, as the ticks stand, are written to in each language. */
  readonly readers: ReadonlyMap<Language, number>;
  /** How many of those have no address that a mail could go to. */
  readonly withoutAddress: number;
  /** The plan being checked; null before. */
  readonly plan: Plan | null;
  readonly problems: PlacedProblems;
  /** How often the form was checked: the cursor goes to what is wrong then, and not while it is being put right. */
  readonly checks: number;
  readonly sending: boolean;
  /** Somebody, or a room, would be in two places at once. */
  readonly booking: DoubleBooking;
  /** The host is making what the plan lacks. */
  readonly preparing: boolean;
  /** The plan as it would be made now, while the form is still open. */
  readonly planNow: () => Plan;
  /** What that plan would know. */
  readonly contextNow: () => PlanContext;
  /** Why no file goes along; null where those of the dossier go. */
  readonly noFiles: MessageKey | null;
  /** On to the next step, or to the first thing that must be put right. */
  readonly next: () => void;
  readonly goBack: (to?: 'details' | 'mail') => void;
  readonly forgetProblems: (place: ProblemPlace) => void;
  readonly send: () => Promise<void>;
  readonly undo: (saved: Saved) => ReturnType<Session['undo']>;
  /** Takes back what a bulk that stopped half-way has written; these people are in the plan again. */
  readonly undoPart: (saved: Saved) => ReturnType<Session['undo']>;
}

/** An open dialog, with the fields of its own action. */
export interface OpenedAction<Fields> extends MailActionControl {
  readonly own: ActionFormControl<Fields>;
}

/** An action for some applications: the form, the plan, what became of it. Null until desk and draft are there. */
export function useMailAction<Fields extends object>(
  spec: MailAction<Fields>,
  applicationIds: readonly ApplicationId[],
  desk: MailDesk | null,
): OpenedAction<Fields> | null {
  const session = useSession();
  const { means, renew } = usePlanMeans();
  const people = useSelection(applicationIds);
  const { selection } = people;
  const possible = usePossible(spec.action.id, selection);
  const own = useMailForm(spec, selection, possible, desk, means);
  const loaded = useLoaded(spec, selection);
  const languages = useLanguages(spec, possible, own);
  const ways = waysOf(spec, possible, languages, own?.template ?? null);
  // With nobody to do it for there is nothing to fill in: why, and the ways out, stand in the plan.
  const [step, setStep] = useState<Step>(() => firstStep(spec, possible, languages) ?? planStep(selection));
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [checks, setChecks] = useState(0);
  const { planFor, ...planning } = usePlan(spec, step, own, { desk, means, loaded }, (code) => {
    setStep((shown) => afterFault(shown, code));
  });
  const { run, ...sending } = useSending(spec.action.id, planning.plan, people, { setStep, renew });
  if (own === null || loaded === null) return null;

  const next = (): void => {
    const placed = placeProblems(planFor(selection, own).problems, own.form.texts);
    const toMail = step.kind === 'details' && ways.includes('mail');
    setChecks(checks + 1);
    setProblems(placed.fields.length === 0 && toMail ? NO_PROBLEMS : placed); // nobody has seen the mail yet
    if (placed.fields.length > 0) setStep({ kind: ways.includes('details') ? 'details' : 'mail' });
    else if (toMail || hasMailProblems(placed)) setStep({ kind: 'mail' });
    else setStep(planStep(selection));
  };
  return {
    ...describe(spec, possible, ways, planning.plan),
    ...planning,
    ...mailOf(spec, own),
    step,
    ways,
    selection,
    languages,
    ...reachedOf(spec, selection, own, planning.contextNow),
    problems,
    checks,
    ...sending,
    planNow: () => planFor(selection, own),
    next,
    goBack: (to) => {
      setStep(formStep(ways, step, to) ?? step);
    },
    forgetProblems: (place) => {
      setProblems(withoutProblems(problems, place));
    },
    send: () => run(() => planFor(people.selectionNow(), own), own.clearDraft),
    undo: async (saved) => {
      const answer = await session.undo(saved);
      if (answer.ok) own.keepDraft();
      return answer;
    },
  };
}

/** What of their dossiers goes out; null until it is read. */
function useLoaded<Fields extends object>(spec: MailAction<Fields>, selection: Selection): Partial<Fields> | null {
  const session = useSession();
  const [asked] = useState(selection);
  const [loaded, setLoaded] = useState<Partial<Fields> | null>(spec.load === undefined ? {} : null);
  useEffect(() => {
    let wanted = true;
    void spec.load?.(asked, session).then((read) => {
      if (wanted) setLoaded(read);
    });
    return () => {
      wanted = false;
    };
  }, [spec, asked, session]);
  return loaded;
}

/** Whom it could reach, by language; of what goes to somebody else, those it is about. A letter reaches all. */
function useLanguages<Fields extends object>(
  { medium }: MailAction<Fields>,
  possible: Selection,
  own: ActionFormControl<Fields> | null,
): ReadonlyMap<Language, number> {
  const reached = useMemo(() => countByLanguage(possible, medium), [possible, medium]);
  return own?.languages ?? reached;
}

/** Whom it reaches of those who are in as the ticks stand, by language, and how many of them it cannot. */
function reachedOf<Fields extends object>(
  spec: MailAction<Fields>,
  selection: Selection,
  { fields, form }: ActionFormControl<Fields>,
  contextNow: () => PlanContext,
) {
  const people =
    spec.whoIsIn?.(selection, fields, form, contextNow()) ?? admit(spec.action.id, selection, form).admitted;
  return {
    readers: languagesRead(spec, fields, people),
    withoutAddress: needsAddresses(spec) ? countWithoutAddress(people) : 0,
  };
}

/** Each applicant is written to by mail. */
function needsAddresses<Fields extends object>({ audience, medium }: MailAction<Fields>): boolean {
  return audience === undefined && medium !== 'letter';
}

function mailOf<Fields extends object>(spec: MailAction<Fields>, own: ActionFormControl<Fields>) {
  return { own, form: own, template: own.template, noFiles: spec.noFiles?.(own.fields) ?? null };
}

function describe<Fields extends object>(spec: MailAction<Fields>, possible: Selection, ways: Ways, plan: Plan | null) {
  const { action, words, Form, template, mergeFields, PlanRow = null, medium = 'mail' } = spec;
  return {
    action: action.id,
    words,
    mergeFields,
    medium,
    PlanRow,
    instead: insteadOf(spec, plan),
    mailOnly: Form === null && template !== null,
    audience: spec.audience?.of ?? ('applicants' as const),
    possible: ways.length > 0 || (possible.length > 0 && isPlanOnly(spec)),
  };
}

function insteadOf<Fields extends object>({ instead }: MailAction<Fields>, plan: Plan | null): FixedActionId | null {
  if (instead === undefined || plan === null) return null;
  return plan.problems.some(({ code }) => code === instead.of) ? instead.action : null;
}

/** What a plan draws from; renewed when what was drawn is used up. */
function usePlanMeans(): { readonly means: PlanMeans; readonly renew: () => void } {
  const session = useSession();
  const { i18n: translator } = useTranslation();
  const [seed, setSeed] = useState(() => newSeed(session));
  const means = useMemo(() => ({ translator, seed }), [translator, seed]);
  const renew = (): void => {
    setSeed(newSeed(session));
  };
  return { means, renew };
}

/** Those whose status does not forbid it (C26). */
function usePossible(action: ProgressActionId, selection: Selection): Selection {
  return useMemo(
    () => selection.filter(({ status }) => permissionOf(action, status) !== 'refused'),
    [action, selection],
  );
}
