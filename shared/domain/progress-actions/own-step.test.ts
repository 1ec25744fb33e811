import { describe, expect, it } from 'vitest';
import { ApplicationEvent } from '../../records/application.js';
import { Message } from '../../records/message.js';
import { applicant, planContext } from '../../testing/plan-builders.js';
import { testId } from '../../testing/change-builders.js';
import { foldStanding, STATUSES } from '../application-status.js';
import { plainToRichText } from '../plain-to-rich-text.js';
import { permissionOf } from '../progress-permission.js';
import { ownStep, type OwnStepInput } from './own-step.js';

const STEP = testId(77);
const INPUT: OwnStepInput = {
  stepId: STEP,
  sendsEmail: true,
  from: { name: 'Eva Lind', address: 'eva@example.com' },
  texts: { sv: { subject: 'Provdag hos oss', contents: plainToRichText('Hej {given-name}') } },
  unticked: new Set(),
  tickedIn: new Set(),
};

describe('an own progress step', () => {
  it('G-8 is noted for each with the step that it was, and written about in one go; no status changes', () => {
    const { included } = ownStep.plan([applicant(1), applicant(2)], INPUT, planContext());
    expect(included.map(({ changes }) => changes)).toMatchObject([
      [{ table: 'application', event: { type: 'own-step', stepId: STEP } }, { table: 'message' }],
      [{ table: 'application', event: { type: 'own-step', stepId: STEP } }, { table: 'message' }],
    ]);
    expect(Message.safeParse(included[0]?.messages[0]?.message).success).toBe(true);
    const [change] = included[0]?.changes ?? [];
    const event = ApplicationEvent.parse(change?.kind === 'event' ? change.event : null);
    expect(foldStanding([event])).toMatchObject({ status: 'new', ownStepId: STEP });
  });

  it('G-8 without a mail asks for no sender and no text, and writes none', () => {
    const input = { ...INPUT, sendsEmail: false, texts: {}, from: { name: '', address: '' } };
    const { included, problems } = ownStep.plan([applicant(1, { email: '' })], input, planContext());
    expect(problems).toEqual([]);
    expect(included).toMatchObject([{ messages: [], withoutMail: null, changes: [{ event: { type: 'own-step' } }] }]);
  });

  it('G-8, C33 is noted without a mail for those who cannot be written to, and says why', () => {
    const { included } = ownStep.plan([applicant(1, { email: '' }), applicant(2)], INPUT, planContext());
    expect(included.map(({ withoutMail, messages }) => [withoutMail, messages.length])).toEqual([
      ['no-email-address', 0],
      [null, 1],
    ]);
  });

  it('R18 changes nothing while the mail is not whole', () => {
    const from = { name: '', address: 'x' };
    const { problems, included } = ownStep.plan([applicant(1)], { ...INPUT, from }, planContext());
    expect(problems).toMatchObject([{ code: 'from-invalid' }]);
    expect(included.flatMap(({ changes }) => changes)).toEqual([]);
  });

  it('C26, G-8 is allowed in every status in which a mail may be sent, and warns of what is processed', () => {
    for (const status of STATUSES) expect(permissionOf('own-step', status)).toBe(permissionOf('send-email', status));
    const { warnings } = ownStep.plan([{ ...applicant(1), status: 'rejected' }], INPUT, planContext());
    expect(warnings.map(({ code }) => code)).toContain('application-processed');
  });

  it('G-8, T2 stands beside the status in which it was taken, like a stage: the next status begins without one', () => {
    const at = { at: 1, by: null };
    const step = (n: number) => ApplicationEvent.parse({ ...at, id: testId(n), type: 'own-step', stepId: testId(n) });
    const status = (n: number, to: string) => ApplicationEvent.parse({ ...at, id: testId(n), type: 'status', to });
    expect(foldStanding([step(1), step(2)]).ownStepId).toBe(testId(2));
    expect(foldStanding([step(1), status(2, 'offered')]).ownStepId).toBeNull();
    expect(foldStanding([status(2, 'offered'), step(3)])).toMatchObject({ status: 'offered', ownStepId: testId(3) });
    // A step that no laptop could take changes nothing, and takes nothing away.
    expect(foldStanding([step(1), status(2, 'new')]).ownStepId).toBe(testId(1));
  });
});
