import type { PlanContext, PlanWarning, Selection } from './progress-action.js';

/** Another interview for the same application is to come: one more is made all the same, but not by accident. */
export function alreadyInvited(
  selection: Selection,
  { interviewsOf, now }: Pick<PlanContext, 'interviewsOf' | 'now'>,
): readonly PlanWarning[] {
  const standing = selection.flatMap(({ applicationId, person }) => {
    const coming = interviewsOf(person.id)
      .filter((one) => one.applicationId === applicationId && !one.cancelled && one.startsAt > now)
      .map(({ startsAt }) => startsAt);
    return coming.length === 0 ? [] : [{ applicationId, startsAt: Math.min(...coming) }];
  });
  const [first] = standing;
  if (first === undefined) return [];
  const applicationIds = standing.map(({ applicationId }) => applicationId);
  return [{ code: 'already-invited', applicationIds, standing: first.startsAt }];
}
