import { describe, expect, it } from 'vitest';
import { inviteToInterview } from '../../../shared/domain/progress-actions/invite-to-interview.js';
import { plainToRichText } from '../../../shared/domain/plain-to-rich-text.js';
import type { Plan } from '../../../shared/domain/progress-action.js';
import { HOUR } from '../../../shared/lib/time.js';
import { applicant, NO_INTERVIEWS, planContext } from '../../../shared/testing/plan-builders.js';
import { INVITATION } from '../../../shared/testing/valid-inputs.js';
import { countsOf, warningCount } from './counts-of.js';

const TEXT = { subject: 'Intervju', contents: plainToRichText('Hej {given-name}') };

function planOf(arrangement: 'together' | 'in-turn'): Plan {
  const context = planContext();
  const { recruiterIds } = INVITATION;
  const all = { id: 'all', startsAt: context.now, minutes: 60 * 24 * 60, recruiterIds, personIds: [], room: null };
  const input = {
    ...INVITATION,
    arrangement,
    from: { name: 'Eva Lind', address: 'eva@example.com' },
    texts: { sv: TEXT },
    unticked: new Set<never>(),
    tickedIn: new Set<never>(),
    reminder: { ...INVITATION.reminder, option: 'email' as const },
  };
  const interviews = { ...NO_INTERVIEWS, busy: () => [all] };
  return inviteToInterview.plan(
    [1, 2, 3, 4].map((n) => applicant(n)),
    input,
    {
      ...context,
      now: context.now - HOUR,
      interviews,
    },
  );
}

describe('what the words about a plan count', () => {
  it('C29 a recruiter who is busy is so at one meeting of a group, and at each of those one after the other', () => {
    const counts = (['together', 'in-turn'] as const).map((arrangement) => {
      const plan = planOf(arrangement);
      const busy = plan.warnings.find(({ code }) => code === 'recruiter-busy');
      return busy === undefined ? null : [busy.applicationIds.length, warningCount(plan, busy)];
    });
    expect(counts).toEqual([
      [4, 1],
      [4, 4],
    ]);
  });

  it('R65 the emails that wait are the invitations and the reminders', () => {
    expect(countsOf(planOf('in-turn'))).toMatchObject({ count: 4, mails: 4, reminders: 4, emails: 8, meetings: 4 });
  });
});
