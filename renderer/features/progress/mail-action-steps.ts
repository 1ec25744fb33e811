import type { Plan, Selection } from '../../../shared/domain/progress-action.js';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import type { Language } from '../../../shared/records/primitives.js';
import type { Saved } from '../../data/commit.js';
import type { PlanOutcome } from './commit-plan.js';
import type { MailAction } from './mail-action.js';

/** Why the plan is shown once more. */
export type PlanNotice = Exclude<PlanOutcome, { readonly kind: 'saved' }>;

/** Where the dialog stands. */
export type Step =
  | { readonly kind: 'details' | 'mail' }
  /** Of the people as they were when the plan was made: it changes only before somebody's eyes. */
  | { readonly kind: 'plan'; readonly selection: Selection; readonly notice: PlanNotice | null }
  | { readonly kind: 'done'; readonly plan: Plan; readonly saved: Saved; readonly selection: Selection };

/** What lies before the plan, in its order; empty where nothing is asked. */
export type Ways = readonly ('details' | 'mail')[];

/** Nothing is asked and nothing written. */
export function isPlanOnly<Fields extends object>({ Form, template }: MailAction<Fields>): boolean {
  return Form === null && template === null;
}

/** Null: with nobody to do it for, or nothing to fill in, it begins with the plan. */
export function firstStep<Fields extends object>(
  spec: MailAction<Fields>,
  possible: Selection,
  languages: ReadonlyMap<Language, number>,
): Step | null {
  if (possible.length === 0 || isPlanOnly(spec)) return null;
  if (spec.Form !== null) return { kind: 'details' };
  return languages.size === 0 && spec.audience === undefined ? null : { kind: 'mail' };
}

/** Where somebody goes back to: the step before, or the one asked for if there is such a one. */
export function formStep(ways: Ways, { kind }: Step, to?: 'details' | 'mail'): Step | null {
  const before = kind === 'mail' ? ways[0] : ways.at(-1);
  const target = to !== undefined && ways.includes(to) ? to : before;
  return target === undefined ? null : { kind: target };
}

/** What is asked of these people before the plan. */
export function waysOf<Fields extends object>(
  { Form }: MailAction<Fields>,
  possible: Selection,
  languages: ReadonlyMap<Language, number>,
  template: string | null,
): Ways {
  if (possible.length === 0) return [];
  const mail = template !== null && languages.size > 0;
  return [...(Form === null ? [] : ['details' as const]), ...(mail ? ['mail' as const] : [])];
}

export function planStep(selection: Selection) {
  return { kind: 'plan', selection, notice: null } as const;
}

/** The plan is shown once more, with why nothing can be done. */
export function afterFault(step: Step, code: ErrorCode): Step {
  if (step.kind !== 'plan') return step;
  return { ...step, notice: { kind: 'failed', code, written: [], total: 0, saved: null } };
}
