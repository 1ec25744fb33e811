import { failure, success, type Result } from '../lib/result.js';
import type { OwnStep } from '../records/own-step.js';
import { chosenStep, type ActionChoice } from './action-choice.js';
import type { Language } from '../records/primitives.js';

/** G-8: how many own steps are offered at once; retired ones do not count. */
export const OWN_STEP_LIMIT = 20;

export type OwnStepNames = Readonly<Partial<Record<Language, string>>>;

/** Those that can be taken, in the organisation's order. */
export function offeredSteps(steps: readonly OwnStep[]): readonly OwnStep[] {
  return steps.filter(({ retired }) => !retired);
}

/** Whether a choice of the list Further progress can still be made. */
export function isOffered(
  choice: ActionChoice,
  actions: readonly ActionChoice[],
  steps: readonly { readonly id: string }[],
): boolean {
  return actions.includes(choice) || steps.some(({ id }) => id === chosenStep(choice));
}

/** The name in a language, else as it was typed in another. */
export function stepName({ names }: Pick<OwnStep, 'names'>, language: Language): string {
  return names[language] ?? Object.values(names)[0] ?? '';
}

/** The list with a step renamed, or added at its end when there is none of this id. */
export function withStep(
  steps: readonly OwnStep[],
  id: string,
  typed: OwnStepNames,
): Result<OwnStep[], 'steps/unnamed' | 'steps/full'> {
  const names = Object.fromEntries(
    Object.entries(typed).flatMap(([language, name]) => (name.trim() === '' ? [] : [[language, name.trim()]])),
  );
  if (Object.keys(names).length === 0) return failure('steps/unnamed');
  if (steps.some((step) => step.id === id)) {
    return success(steps.map((step) => (step.id === id ? { ...step, names } : step)));
  }
  if (offeredSteps(steps).length >= OWN_STEP_LIMIT) return failure('steps/full');
  return success([...steps, { id, names, retired: false }]);
}

/** Not offered any more; where it was taken it stays readable. */
export function withoutStep(steps: readonly OwnStep[], id: string): OwnStep[] {
  return steps.map((step) => (step.id === id ? { ...step, retired: true } : step));
}

/** The list with a step before the offered one above it, or after the one below it. */
export function withStepMoved(steps: readonly OwnStep[], id: string, by: -1 | 1): OwnStep[] {
  const offered = offeredSteps(steps);
  const other = offered[offered.findIndex((step) => step.id === id) + by];
  const moved = steps.find((step) => step.id === id);
  if (other === undefined || moved === undefined) return [...steps];
  return steps.map((step) => (step.id === id ? other : step.id === other.id ? moved : step));
}
