import { describe, expect, it } from 'vitest';
import { HOUR, wallTimeIn } from '../../lib/time.js';
import { Interview } from '../../records/interview.js';
import type { ApplicationId, RecruiterId } from '../../records/primitives.js';
import { applicant, NO_INTERVIEWS, planContext } from '../../testing/plan-builders.js';
import { INVITATION } from '../../testing/valid-inputs.js';
import type { Busy } from '../calendar-warnings.js';
import type { KnownGroup } from '../interview-context.js';
import { plainToRichText } from '../plain-to-rich-text.js';
import type { Plan, PlanContext } from '../progress-action.js';
import { tooMany, whoIsInvited } from './invite-group.js';
import { inviteToInterview } from './invite-to-interview.js';

type Input = Parameters<typeof inviteToInterview.plan>[1];
const TEXT = { subject: 'Intervju', contents: plainToRichText('Hej {given-name}') };
const MAIL = { from: { name: 'Eva Lind', address: 'eva@example.com' }, texts: { sv: TEXT } };
const TICKS = { unticked: new Set<ApplicationId>(), tickedIn: new Set<ApplicationId>() };
const input = (change: Partial<Input> = {}): Input => ({ ...INVITATION, ...MAIL, ...TICKS, ...change });
const people = (count: number) => Array.from({ length: count }, (_, n) => applicant(n + 1));
const PER = '8'.repeat(32) as RecruiterId;
const START = planContext().now + 30 * HOUR;
const GROUP: KnownGroup = {
  meetingId: '5'.repeat(32),
  type: 'second',
  kind: 'group',
  startsAt: START,
  minutes: 90,
  place: 'Rum 4',
  recruiterIds: [PER],
  places: 5,
  taken: 3,
  personIds: [],
};
const OWN: Busy = { id: 'x', startsAt: START, minutes: 90, recruiterIds: [PER], personIds: [], room: 'Rum 4' };

function withGroup(change: Partial<KnownGroup> = {}): PlanContext {
  const group = { ...GROUP, ...change };
  return planContext({
    recruiterName: () => 'Per Holm',
    interviews: {
      ...NO_INTERVIEWS,
      busy: (joined) => (joined === group.meetingId ? [] : [OWN]),
      group: (id) => (id === 'group' ? group : null),
    },
  });
}

const join = (count: number, context = withGroup(), change: Partial<Input> = {}): Plan =>
  inviteToInterview.plan(people(count), input({ group: 'group', place: '', ...change }), context);

const interviewsOf = (plan: Plan): readonly Interview[] =>
  plan.included.flatMap(({ changes }) =>
    changes.flatMap((change) =>
      change.kind === 'create' && change.table === 'interview' ? [Interview.parse(change.fields)] : [],
    ),
  );

const problemsOf = ({ problems }: Plan) =>
  problems.map(({ code, field, applicationIds }) => [code, field, applicationIds.length]);

describe('a new group interview', () => {
  const together = (change: Partial<Input>, count = 3): Plan =>
    inviteToInterview.plan(people(count), input({ arrangement: 'together', ...change }), planContext());

  it('R60, C29 keeps for how many it is in each record; without a number there is no end', () => {
    expect(interviewsOf(together({ places: 6 })).map(({ places }) => places)).toEqual([6, 6, 6]);
    expect(interviewsOf(together({ places: null })).map(({ places }) => places)).toEqual([null, null, null]);
    expect(interviewsOf(together({ places: 3 }))).toHaveLength(3);
  });

  it('refuses more people than places, names the number and who is too many, and writes nothing', () => {
    const plan = together({ places: 3 }, 5);
    expect(problemsOf(plan)).toEqual([['interview-places-few', '3', 2]]);
    expect(plan.problems[0]?.applicationIds).toEqual([applicant(4), applicant(5)].map((one) => one.applicationId));
    expect(plan.included).toHaveLength(5); // nothing is lost: they stand there to be unticked
    expect(interviewsOf(plan)).toEqual([]);
    const unticked = new Set(plan.problems[0]?.applicationIds);
    expect(problemsOf(together({ places: 3, unticked }, 5))).toEqual([]);
  });

  it('refuses a number of places that is none', () => {
    for (const places of [0, -1, 2.5, 501]) {
      expect(problemsOf(together({ places }, 1))).toEqual([['interview-places-invalid', null, 0]]);
    }
  });

  it('one after the other each has a meeting of its own: only a group interview has places then', () => {
    const inTurn = (change: Partial<Input>): Plan =>
      inviteToInterview.plan(people(3), input({ arrangement: 'in-turn', places: 2, ...change }), planContext());
    expect(interviewsOf(inTurn({})).map(({ places }) => places)).toEqual([null, null, null]);
    const groups = interviewsOf(inTurn({ kind: 'group' }));
    expect(groups.map(({ places }) => places)).toEqual([2, 2, 2]);
    expect(new Set(groups.map(({ meetingId }) => meetingId)).size).toBe(3);
  });
});

describe('joining a group interview', () => {
  it('R60 gives the time, the place, the recruiters, the stage and the kind of the group, whatever the form says', () => {
    const plan = join(2);
    expect(problemsOf(plan)).toEqual([]);
    const { personIds, taken, ...of } = GROUP;
    expect([personIds, taken]).toEqual([[], 3]);
    expect(interviewsOf(plan)).toMatchObject([of, of]);
    expect(plan.included[0]?.changes[1]).toMatchObject({ event: { to: 'invited', interviewType: 'second' } });
    expect(new Set(interviewsOf(plan).map(({ answerKey }) => answerKey)).size).toBe(2);
    expect(plan.included.map(({ messages }) => messages.length)).toEqual([1, 1]);
  });

  it('refuses more people than places left, with how many there are; a full one takes nobody', () => {
    expect(problemsOf(join(4))).toEqual([['interview-group-full', '2', 2]]);
    expect(problemsOf(join(1, withGroup({ taken: 5 })))).toEqual([['interview-group-full', '0', 1]]);
    expect(problemsOf(join(40, withGroup({ places: null })))).toEqual([]);
  });

  it('refuses a group that was moved or cancelled meanwhile', () => {
    const plan = join(1, withGroup(), { group: 'gone' });
    expect(problemsOf(plan)).toEqual([['interview-group-gone', null, 0]]);
    expect(plan.included).toEqual([]);
  });

  it('leaves out whoever is in it already, also by another dossier of the same person (G-13)', () => {
    const personIds = [applicant(1).person.id];
    const same = applicant(2, { standsAs: applicant(1).person.id });
    const plan = inviteToInterview.plan([same, applicant(3)], input({ group: 'group' }), withGroup({ personIds }));
    expect(plan.excluded).toEqual([{ applicationId: same.applicationId, reason: 'already-in-group' }]);
    expect(plan.included.map(({ applicationId }) => applicationId)).toEqual([applicant(3).applicationId]);
  });

  it('the recruiter and the room that the group has already are not booked twice by it', () => {
    expect(join(1).warnings).toEqual([]);
    const elsewhere = inviteToInterview.plan(
      people(1),
      input({ ...wallTimeIn('Europe/Stockholm', START), recruiterIds: [PER], place: 'Rum 4' }),
      withGroup(),
    );
    expect(elsewhere.warnings.map(({ code }) => code)).toContain('recruiter-busy');
  });

  it('G-9 refuses a stage that the recruiter may not invite to', () => {
    const context = withGroup();
    const rights = context.recruiter.rights.filter((right) => right !== 'invite-first-second');
    const plan = join(1, { ...context, recruiter: { ...context.recruiter, rights } });
    expect(plan.problems.map(({ code }) => code)).toContain('interview-type-refused');
  });
});

describe('R60 while it is chosen', () => {
  it('says for how many there is no place, in a new group and in one that is joined', () => {
    const together = { kind: 'group', arrangement: 'together', group: null, ...TICKS } as const;
    expect(tooMany(people(3), { ...together, places: 2 }, null)).toEqual({ places: 2, count: 1 });
    expect(tooMany(people(2), { ...together, places: 2 }, null)).toBeNull();
    expect(tooMany(people(3), { ...together, places: null }, null)).toBeNull();
    const group = withGroup({ places: 4, taken: 3 }).interviews.group('group');
    expect(tooMany(people(3), { ...together, places: null, group: 'group' }, group)).toEqual({ places: 1, count: 2 });
    expect(tooMany(people(1), { ...together, places: null, group: 'group' }, group)).toBeNull();
  });

  it('C26 counts who is invited, as the plan does: nobody who is left out, twice there, or in the group', () => {
    const processed = { ...applicant(5), status: 'rejected' } as const;
    const selection = [...people(4), processed, { ...applicant(6), status: 'hired' } as const];
    const input = { kind: 'group', arrangement: 'together', group: null, places: 4, ...TICKS } as const;
    expect(tooMany(selection, input, null)).toBeNull();
    expect(
      tooMany(selection, { ...input, unticked: new Set([applicant(1).applicationId]), places: 3 }, null),
    ).toBeNull();
    const same = applicant(7, { standsAs: applicant(1).person.id });
    expect(tooMany([...people(4), same], input, null)).toBeNull();
    const { newcomers } = whoIsInvited(selection, TICKS, { ...GROUP, personIds: [applicant(2).person.id] });
    expect(newcomers).toHaveLength(3);
  });
});
