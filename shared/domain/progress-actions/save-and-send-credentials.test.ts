import { describe, expect, it } from 'vitest';
import { applicant, planContext } from '../../testing/plan-builders.js';
import { STATUSES } from '../application-status.js';
import { saveAndSendCredentials } from './save-and-send-credentials.js';
import { save } from './save.js';

const NOBODY = new Set<never>();
const TICKS = { unticked: NOBODY, tickedIn: NOBODY };

describe('Save and send User Name & Password', () => {
  it('R26: is for those whom Save would save, and leaves out the others for the same reasons', () => {
    const selection = STATUSES.filter((status) => status !== 'saved').flatMap((status, n) => [
      { ...applicant(2 * n + 1), status },
      { ...applicant(2 * n + 2, { databaseConsented: false }), status },
    ]);
    const [both, saved] = [saveAndSendCredentials, save].map(({ plan }) => plan(selection, TICKS, planContext()));
    const whom = (plan: typeof both) => plan?.included.map(({ applicationId }) => applicationId);
    expect(whom(both)).toEqual(whom(saved));
    expect(whom(both)).not.toEqual([]);
    expect([both?.excluded, both?.warnings]).toEqual([saved?.excluded, saved?.warnings]);
  });

  it('C17: does and sends nothing while there is no place that a password opens, and says what is missing', () => {
    const { included, problems } = saveAndSendCredentials.plan([applicant(1)], TICKS, planContext());
    expect(included).toMatchObject([{ changes: [], messages: [] }]);
    expect(problems.map(({ code }) => code)).toEqual(['credentials-place-missing']);
  });

  it('C17: whoever is saved already can be sent a new password', () => {
    const again = { ...applicant(1), status: 'saved' } as const;
    expect(saveAndSendCredentials.plan([again], TICKS, planContext()).included).toHaveLength(1);
  });
});
