import { useCallback } from 'react';
import { offeredSteps, stepName } from '../../shared/domain/own-steps.js';
import type { Language } from '../../shared/records/primitives.js';
import type { Roster } from './roster/rows.js';
import { useRoster } from './use-session.js';

export interface NamedStep {
  readonly id: string;
  readonly name: string;
}

/** G-8: the own steps that can be taken, in the organisation's order. */
export function useOwnSteps(language: Language): readonly NamedStep[] {
  const select = useCallback(
    ({ organisation }: Roster) =>
      offeredSteps(organisation?.ownSteps ?? []).map((step) => ({ id: step.id, name: stepName(step, language) })),
    [language],
  );
  return useRoster(select);
}

/** The name of an own step, also of one that is no longer offered; null where there is none of this id. */
export function useStepName(stepId: string | null, language: Language): string | null {
  const select = useCallback(
    ({ organisation }: Roster) => {
      const step = organisation?.ownSteps.find(({ id }) => id === stepId);
      return step === undefined ? null : stepName(step, language);
    },
    [stepId, language],
  );
  return useRoster(select);
}
