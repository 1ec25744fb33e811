import type { FixedActionId } from './progress-action.js';

type OwnStepChoice = `own-step:${string}`;
/** What can be chosen in the list: an action, an own step by its id. */
export type ActionChoice = FixedActionId | OwnStepChoice;

export function chooseStep(stepId: string): OwnStepChoice {
  return `own-step:${stepId}`;
}

/** Which own step is chosen; null for one of the fourteen. */
export function chosenStep(choice: ActionChoice): string | null {
  return isOwnStep(choice) ? choice.slice('own-step:'.length) : null;
}

export function isOwnStep(choice: ActionChoice): choice is OwnStepChoice {
  return choice.startsWith('own-step:');
}
