import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../lib/time.js';
import type { ApplicationStatus } from '../records/application.js';
import type { GivenAnswer } from '../records/interview.js';
import type { InterviewId, MessageId, RecruiterId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { answerEvent, movableInterview } from '../testing/meeting-builders.js';
import { knownInterview, NO_INTERVIEWS } from '../testing/plan-builders.js';
import { answerToken, CANDIDATE_ANSWERS, type CandidateAnswer } from './answer-token.js';
import { accTime } from './interview-answers.js';
import type { AnswerableInterview, JudgeFacts } from './judge-answer.js';
import { planAnswers } from './read-answers.js';
import { saidInText, type CalendarAnswer, type PageAnswer, type SaidAnswer } from './said-answer.js';

const { sign } = NO_INTERVIEWS;
const NOW = HOUR;
const ID = testId<InterviewId>(101);
const ASA = 'asa@example.com';
/** Tomorrow, in its third version, for whoever has this address. */
const INTERVIEW: AnswerableInterview = {
  id: ID,
  fields: { ...movableInterview(1).fields, startsAt: 25 * HOUR },
  status: 'invited',
  messages: [],
  interviews: [],
  cancelled: false,
  answers: [],
  invited: [ASA],
};

function facts(change: Partial<AnswerableInterview> = {}, now = NOW): JudgeFacts {
  return { now, sign, find: (id) => (id === ID ? { ...INTERVIEW, ...change } : null) };
}

function stamp(at = NOW) {
  let last = at;
  return { at, by: testId<RecruiterId>(3), newId: () => testId<string>((last += 1)) };
}

function token(answer: CandidateAnswer, sequence = 3): string {
  return answerToken({ interviewId: ID, sequence, answer }, INTERVIEW.fields.answerKey, sign);
}

const mail = (answer: CandidateAnswer, at: number | null = 10): SaidAnswer => ({
  way: 'mail',
  tokens: [token(answer)],
  at,
});

const reply = (answer: CandidateAnswer | null, change: Partial<CalendarAnswer> = {}): CalendarAnswer => ({
  way: 'calendar',
  uid: `${ID}@fairdesk`,
  sequence: 3,
  attendees: [{ address: ASA, answer }],
  at: 10,
  proposed: null,
  ...change,
});

/** Why one answer is refused; null where it is taken. */
function refusal(said: SaidAnswer, change: Partial<AnswerableInterview> = {}, now = NOW): string | null {
  const { outcomes, changes } = planAnswers([said], facts(change, now), stamp(now));
  const [outcome] = outcomes;
  if (outcome?.kind !== 'refused') return null;
  expect(changes).toEqual([]);
  return outcome.reason;
}

describe('an answer that is read', () => {
  it('R87, R88, R89, R90, R91 is taken by either way, with when it was given', () => {
    for (const answer of CANDIDATE_ANSWERS) {
      for (const said of [mail(answer), reply(answer)]) {
        const { changes } = planAnswers([said], facts(), stamp());
        const event = { type: 'answer', answer, sequence: 3, via: said.way, givenAt: 10, at: NOW, by: testId(3) };
        expect(changes[0]).toMatchObject({ table: 'interview', id: ID, dossier: testId(1), event });
        expect(changes).toHaveLength(answer === 'withdrawn' ? 2 : 1);
      }
    }
  });

  it('R89 with another time proposed keeps that time', () => {
    const proposed = { startsAt: 30 * HOUR, minutes: 45 };
    const { changes } = planAnswers([reply('new-time', { proposed })], facts(), stamp());
    expect(changes).toMatchObject([{ event: { answer: 'new-time', proposed } }]);
  });

  it('R90, C34 a withdrawal sets the status and ends what waits', () => {
    const messages = [
      {
        id: testId<MessageId>(11),
        applicationId: INTERVIEW.fields.applicationId,
        interviewId: ID,
        purpose: 'interview-change',
        state: 'due',
        sequence: 3,
        attempt: 0,
      },
    ] as const;
    const interviews = [knownInterview(1, INTERVIEW.fields.applicationId, { id: ID, startsAt: 25 * HOUR })];
    const { changes } = planAnswers([mail('withdrawn')], facts({ messages, interviews }), stamp());
    expect(changes.slice(1)).toMatchObject([
      { table: 'application', event: { to: 'withdrawn' } },
      { table: 'message', id: testId(11), event: { state: 'refused', reason: 'mail/application-withdrawn' } },
      { table: 'interview', id: ID, event: { type: 'cancellation' } },
    ]);
  });

  it('C18 to an application that has ended changes no status, is kept, and says so', () => {
    for (const status of ['rejected', 'withdrawn', 'hired', 'deleted', 'moved'] satisfies ApplicationStatus[]) {
      const { outcomes, changes } = planAnswers([mail('withdrawn')], facts({ status, cancelled: true }), stamp());
      expect(changes.map(({ table }) => table)).toEqual(['interview']);
      expect(outcomes).toMatchObject([{ kind: 'taken', endedAs: status, ended: null }]);
    }
  });

  it('C18 Yes after Withdraw does not reopen, in one heap or one after the other', () => {
    const { outcomes, changes } = planAnswers([mail('accepted', 20), mail('withdrawn', 10)], facts(), stamp());
    expect(outcomes).toMatchObject([{ answer: 'accepted', superseded: true, endedAs: 'withdrawn' }, { ended: {} }]);
    expect(changes.map(({ table }) => table)).toEqual(['interview', 'application', 'interview']);
  });

  it('C18 a withdrawal ends nothing of which the recruiter has heard the contrary since', () => {
    const answers = [answerEvent({ at: 500, sequence: 3 })];
    const { outcomes, changes } = planAnswers([mail('withdrawn', 10)], facts({ answers }), stamp());
    expect(outcomes).toMatchObject([{ kind: 'taken', superseded: true, ended: null }]);
    expect(changes).toHaveLength(1);
  });
});

describe('an answer is refused with its reason', () => {
  it('foreign: of an interview that is not here', () => {
    const foreign = { ...facts(), find: () => null };
    for (const said of [mail('accepted'), reply('accepted'), reply('accepted', { uid: 'meeting@other.example' })]) {
      expect(planAnswers([said], foreign, stamp()).outcomes).toMatchObject([{ reason: 'answer/foreign' }]);
    }
    expect(refusal(reply('accepted', { uid: 'meeting@other.example' }))).toBe('answer/foreign');
  });

  it('forged: not signed by the invitation', () => {
    const said = { ...mail('accepted'), tokens: [token('accepted').replace('-a-', '-w-')] } as SaidAnswer;
    expect(refusal(said)).toBe('answer/forged');
  });

  it('several: a quoted invitation says nothing', () => {
    const [quoted] = saidInText(CANDIDATE_ANSWERS.map((answer) => `> ${token(answer)}`).join('\n'), 10);
    expect(quoted === undefined ? '' : refusal(quoted)).toBe('answer/several');
  });

  it('by calendar from somebody else than who was invited, or without a decision', () => {
    const other = { address: 'other@example.com', answer: 'accepted' } as const;
    expect(refusal(reply('accepted', { attendees: [other] }))).toBe('answer/other-attendee');
    expect(refusal(reply('accepted', { attendees: [other, { address: ASA, answer: 'accepted' }] }))).toBeNull();
    expect(refusal(reply('accepted'), { invited: [] })).toBe('answer/other-attendee');
    expect(refusal(reply(null))).toBe('answer/no-decision');
  });

  it('C31 stale: to another version than stands', () => {
    const old: SaidAnswer = { way: 'mail', tokens: [token('accepted', 2)], at: 10 };
    for (const said of [old, reply('accepted', { sequence: 2 })]) expect(refusal(said)).toBe('answer/stale');
  });

  it('expired: the interview is past', () => {
    const end = 25 * HOUR + 30 * MINUTE;
    for (const said of [mail('accepted'), reply('accepted')]) {
      expect(refusal(said, {}, end - 1)).toBeNull();
      expect(refusal(said, {}, end)).toBe('answer/expired');
    }
  });

  it('cancelled: the recruiter has called it off', () => {
    expect(refusal(mail('accepted'), { cancelled: true })).toBe('answer/cancelled');
  });

  it('repeated: the same once more, in one heap too; a text without a date brings no earlier answer back', () => {
    const read = answerEvent({ via: 'mail', givenAt: 10, sequence: 3 });
    const later = answerEvent({ via: 'mail', givenAt: 20, answer: 'not-accepted', sequence: 3 });
    expect(refusal(mail('accepted', 10), { answers: [read] })).toBe('answer/repeated');
    expect(refusal(mail('accepted', null), { answers: [read, later] })).toBe('answer/repeated');
    expect(refusal(mail('accepted', 30), { answers: [read, later] })).toBeNull();
    const { outcomes } = planAnswers([mail('accepted'), mail('accepted')], facts(), stamp());
    expect(outcomes.map(({ kind }) => kind)).toEqual(['taken', 'refused']);
  });
});

/** What a laptop knows of the interview, with how its application stands. */
class Laptop {
  readonly events: GivenAnswer[] = [];
  withdrawn = false;

  read(said: SaidAnswer, at: number): void {
    const known = {
      answers: this.events,
      status: this.withdrawn ? 'withdrawn' : 'invited',
      cancelled: this.withdrawn,
    } as const;
    for (const change of planAnswers([said], facts(known, at), stamp(at)).changes) {
      if (change.kind === 'event' && change.table === 'application') this.withdrawn = true;
      else if (change.kind === 'event') this.events.push(change.event as GivenAnswer);
    }
  }
}

describe('answers that two laptops read', () => {
  const SAID = fc.uniqueArray(
    fc.record({
      answer: fc.constantFrom(...CANDIDATE_ANSWERS),
      at: fc.integer({ min: 1, max: 6 }),
      byMail: fc.boolean(),
    }),
    { maxLength: 6, selector: ({ answer, at, byMail }) => `${answer} ${at.toString()} ${byMail.toString()}` },
  );

  it('R91, C18 end in the same answer and status, whoever reads which in whatever order', () => {
    fc.assert(
      fc.property(
        SAID,
        fc.array(fc.record({ key: fc.nat(), second: fc.boolean(), both: fc.boolean() }), {
          minLength: 6,
          maxLength: 6,
        }),
        (said, ways) => {
          const heap = said.map(({ answer, at, byMail }) => (byMail ? mail(answer, at) : reply(answer, { at })));
          const alone = new Laptop();
          for (const [n, one] of heap.entries()) alone.read(one, NOW + n * 1000);
          const [first, second] = [new Laptop(), new Laptop()];
          const order = heap.map((one, n) => ({ one, ...ways[n]! })).sort((a, b) => a.key - b.key);
          for (const [n, { one, second: toSecond, both }] of order.entries()) {
            if (both || toSecond) second.read(one, NOW + n * 1000 + 500);
            if (both || !toSecond) first.read(one, NOW + n * 1000);
          }
          const merged = [...first.events, ...second.events].sort((a, b) => a.at - b.at);
          const invited = { invitation: 'email', sequence: 3 } as const;
          expect(accTime(invited, merged)).toBe(accTime(invited, alone.events));
          expect(first.withdrawn || second.withdrawn).toBe(alone.withdrawn);
        },
      ),
    );
  });
});

describe('the answers in a text', () => {
  it('R85 are what was written, not what is quoted or linked', () => {
    const text = `Yes, see you! ${token('accepted')}\n> ${token('withdrawn')}\nmailto:eva@example.com?subject=(${token('new-time')})`;
    expect(saidInText(text, 5)).toEqual([{ way: 'mail', tokens: [token('accepted')], at: 5 }]);
    expect(saidInText(`> ${token('accepted')}`, 5)).toHaveLength(1);
    expect(saidInText('Yes, I will attend', 5)).toEqual([]);
  });

  it('R85 are one for each interview, as in a list of subjects', () => {
    const other = answerToken({ interviewId: testId(7), sequence: 0, answer: 'accepted' }, '1'.repeat(64), sign);
    expect(saidInText(`Ja (${token('accepted')})\nNee (${other})`, null)).toMatchObject([
      { tokens: [token('accepted')] },
      { tokens: [other] },
    ]);
  });
});

describe('an answer that is given on the page', () => {
  const onPage = (answer: CandidateAnswer, change: Partial<PageAnswer> = {}): PageAnswer => ({
    ...{ way: 'page', interviewId: ID, sequence: 3, answer, wish: '', at: null },
    ...change,
  });

  it('R86–R90 counts from when it comes in, with what is wished for', () => {
    const { changes } = planAnswers([onPage('new-time', { wish: 'Friday' })], facts(), stamp());
    expect(changes).toMatchObject([
      { event: { answer: 'new-time', via: 'page', givenAt: null, at: NOW, wish: 'Friday' } },
    ]);
  });

  it('C18, C31 is refused for another time, a day after the interview began, and when it was called off', () => {
    const start = INTERVIEW.fields.startsAt;
    expect(refusal(onPage('accepted', { sequence: 2 }))).toBe('answer/stale');
    expect(refusal(onPage('accepted', { interviewId: testId<InterviewId>(9) }))).toBe('answer/foreign');
    expect(refusal(onPage('accepted'), {}, start + 24 * HOUR - 1)).toBeNull();
    expect(refusal(onPage('accepted'), {}, start + 24 * HOUR)).toBe('answer/expired');
    expect(refusal(onPage('accepted'), { cancelled: true })).toBe('answer/cancelled');
    expect(refusal(onPage('accepted'), { cancelled: true, status: 'rejected' })).toBeNull();
  });

  it('is one where it is said twice, and a new one where somebody comes back to it', () => {
    const given = (answer: CandidateAnswer) => answerEvent({ answer, sequence: 3, via: 'page' });
    const [yes, no] = [given('accepted'), given('not-accepted')];
    expect(refusal(onPage('accepted'), { answers: [yes] })).toBe('answer/repeated');
    expect(refusal(onPage('accepted', { wish: 'Friday' }), { answers: [yes] })).toBeNull();
    expect(refusal(onPage('accepted'), { answers: [yes, no] })).toBeNull();
    const byHand = answerEvent({ answer: 'accepted', sequence: 3, via: 'recruiter' });
    expect(refusal(onPage('accepted'), { answers: [yes, byHand] })).toBeNull();
  });
});
