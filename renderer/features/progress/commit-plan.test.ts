import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change-set.js';
import { plainToRichText } from '../../../shared/domain/plain-to-rich-text.js';
import { sendEmail, type SendEmailInput } from '../../../shared/domain/progress-actions/send-email.js';
import type { Applicant, Plan } from '../../../shared/domain/progress-action.js';
import { failure, success } from '../../../shared/lib/result.js';
import { Organisation } from '../../../shared/records/organisation.js';
import type { ApplicationId, MessageId, PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import { planContext } from '../../../shared/testing/plan-builders.js';
import { plainMailLayout } from '../../../shared/testing/plain-mail-layout.js';
import type { CommitErrorCode } from '../../data/commit.js';
import { SealError } from '../../data/sealing.js';
import type { SessionCommit } from '../../data/session-commit.js';
import { commitPlan } from './commit-plan.js';

const applicant = (n: number, email = `person${n.toString()}@example.com`): Applicant => ({
  applicationId: testId<ApplicationId>(n),
  vacancyId: testId<VacancyId>(1),
  status: 'new',
  interviewType: null,
  person: {
    id: testId<PersonId>(100 + n),
    standsAs: testId<PersonId>(100 + n),
    givenName: 'Ebba',
    familyName: 'Norrlander',
    email,
    phone: '',
    postalAddress: '',
    language: 'sv',
    consented: true,
    databaseConsented: true,
    demo: false,
  },
});
const INPUT: SendEmailInput = {
  from: { name: 'Maja', address: 'maja@example.com' },
  texts: { sv: { subject: 'Hej {given-name}', contents: plainToRichText('Tack') } },
  unticked: new Set(),
};
let ids = 0;

function planAt(now: number, people: readonly Applicant[], input = INPUT): Plan {
  const context = planContext({
    now,
    newId: () => testId(++ids),
    organisation: Organisation.parse(organisationCreate({ undoSeconds: 30 }).fields),
    recruiter: { id: testId<RecruiterId>(3), name: 'Maja', email: 'maja@example.com', rights: ['send-email'] },
    vacancy: () => null,
    mail: { from: INPUT.from, layout: () => plainMailLayout() },
  });
  return sendEmail.plan(people, input, context);
}

/** A session that answers every commit alike and remembers what it was asked for. */
function sessionThat(answer: CommitErrorCode | 'saves', there: () => readonly MessageId[] = () => []) {
  const asked: (readonly Change[])[] = [];
  return {
    asked,
    commit: async (request: SessionCommit) => {
      if (typeof request.changes === 'function') throw new Error('a plan that was confirmed is no promise of one');
      asked.push(request.changes);
      return answer === 'saves' ? success({ actionId: 'a', changeSets: [] }) : failure(answer, 'in part');
    },
    roster: {
      subscribe: () => () => undefined,
      current: () => ({ messages: new Map(there().map((id) => [id, null])) }) as never,
    },
  };
}

describe('confirming a plan', () => {
  const people = [applicant(1), applicant(2)];

  it('C26 writes nothing to whoever was rejected meanwhile before it was seen', async () => {
    const session = sessionThat('saves');
    const rejected = [applicant(1), { ...applicant(2), status: 'rejected' as const }];
    const outcome = await commitPlan(session, 'send-email', planAt(1, people), () => planAt(2, rejected));
    expect(outcome).toMatchObject({ kind: 'changed', plan: { warnings: [{ code: 'application-processed' }] } });
    expect(session.asked).toEqual([]);
  });

  it('writes what was shown, held from the moment of sending so that undo is complete', async () => {
    const session = sessionThat('saves');
    const outcome = await commitPlan(session, 'send-email', planAt(1000, people), () => planAt(90_000, people));
    expect(outcome.kind).toBe('saved');
    expect(session.asked).toHaveLength(1);
    const fields = session.asked[0]!.map((change) => (change.kind === 'create' ? change.fields : {}));
    expect(fields.map(({ holdUntil }) => holdUntil)).toEqual([120_000, 120_000]);
    expect(fields.map(({ to }) => to)).toEqual(
      people.map(({ person }) => ({ name: 'Ebba Norrlander', address: person.email })),
    );
  });

  it('writes nothing when an address changed meanwhile, and hands back the plan as it stands now', async () => {
    const session = sessionThat('saves');
    const changed = [applicant(1), applicant(2, 'new@example.com')];
    const outcome = await commitPlan(session, 'send-email', planAt(1, people), () => planAt(2, changed));
    expect(session.asked).toHaveLength(0);
    expect(outcome).toMatchObject({ kind: 'changed' });
    expect(outcome.kind === 'changed' && outcome.plan.included[1]?.messages[0]?.message.to.address).toBe(
      'new@example.com',
    );
  });

  it('writes nothing when somebody was erased, or their name changed in the greeting', async () => {
    const session = sessionThat('saves');
    const renamed = people.map((one, at) => (at === 0 ? { ...one, person: { ...one.person, givenName: 'Eva' } } : one));
    for (const now of [people.slice(1), renamed]) {
      const outcome = await commitPlan(session, 'send-email', planAt(1, people), () => planAt(2, now));
      expect(outcome.kind).toBe('changed');
    }
    expect(session.asked).toHaveLength(0);
  });

  it('plans again when the commit finds that something moved', async () => {
    const outcome = await commitPlan(sessionThat('commit/stale'), 'send-email', planAt(1, people), () =>
      planAt(2, people),
    );
    expect(outcome.kind).toBe('changed');
  });

  it('names who was written to before a bulk stopped half-way, so that nobody gets it twice', async () => {
    let last: Plan = planAt(1, people);
    const planNow = (): Plan => (last = planAt(2, people));
    const first = (): readonly MessageId[] =>
      last.included.slice(0, 1).flatMap(({ messages }) => messages.map(({ id }) => id));
    const outcome = await commitPlan(sessionThat('journal/disk-full', first), 'send-email', last, planNow);
    expect(outcome).toEqual({
      kind: 'failed',
      code: 'journal/disk-full',
      written: [testId<ApplicationId>(1)],
      total: 2,
      saved: null,
    });
  });

  it('counts whom an attempt before has written to, whatever ids it drew, and hands out what can be taken back', async () => {
    const [before] = planAt(1, people).included;
    const changeSet = { v: 1, device: '00000000000000aa', n: 1, stamp: '', at: 1, by: null, actionId: 'a' } as const;
    const written = { actionId: 'a', changeSets: [{ ...changeSet, action: 'send-email', changes: before!.changes }] };
    const session = {
      ...sessionThat('saves'),
      commit: () => Promise.resolve({ ...failure('commit/settled' as const), written }),
    };
    const outcome = await commitPlan(session, 'send-email', planAt(2, people), () => planAt(3, people));
    expect(outcome).toMatchObject({ kind: 'failed', written: [testId<ApplicationId>(1)], total: 2, saved: written });
  });

  it('names them too when the working store breaks under a bulk', async () => {
    let last: Plan = planAt(1, people);
    const planNow = (): Plan => (last = planAt(2, people));
    const first = (): readonly MessageId[] =>
      last.included.slice(0, 1).flatMap(({ messages }) => messages.map(({ id }) => id));
    const session = { ...sessionThat('saves', first), commit: () => Promise.reject(new SealError()) };
    const outcome = await commitPlan(session, 'send-email', last, planNow);
    expect(outcome).toMatchObject({ kind: 'failed', code: 'store/damaged', written: [testId<ApplicationId>(1)] });
  });
});
