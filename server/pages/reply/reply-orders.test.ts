import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANDIDATE_ANSWERS } from '../../../shared/domain/answer-token.js';
import { DAY, HOUR, MINUTE } from '../../../shared/lib/time.js';
import { beginAsking, type AskingLaptop } from '../../testing/asked-panel.js';
import { ENGINES } from '../../testing/engines.js';
import { InvitedCandidate } from '../../testing/invited-candidate.js';
import { nonceIn, PageVisitor } from '../../testing/page-visitor.js';
import type { SigningLaptop } from '../../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../../testing/test-organisation.js';

describe.each(ENGINES)('answers in whatever order, on $name', ({ shared }) => {
  let there: TestOrganisation;
  let laptop: SigningLaptop;
  let asking: AskingLaptop;
  beforeAll(async () => {
    there = await testOrganisation(await shared());
    laptop = await there.laptop();
    asking = await beginAsking(laptop);
  });
  afterAll(async () => {
    await there.app.close();
  });
  const visitor = () => new PageVisitor(there.app);
  const standing = async (candidate: InvitedCandidate) => await candidate.standing(there.database, there.id);
  const open = { status: 'invited', cancelled: false, reminder: 'held', invitation: 'held' };
  const REFUSED = 'refused mail/application-withdrawn';
  const out = { status: 'withdrawn', accTime: 'withdrawn', cancelled: true, reminder: REFUSED, invitation: REFUSED };

  const ORDERS = CANDIDATE_ANSWERS.flatMap((first) => CANDIDATE_ANSWERS.map((second) => [first, second] as const));
  it.each(ORDERS)('C18: of %s and then %s the last counts, but nothing after a withdrawal', async (first, second) => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const ebba = visitor();
    for (const answer of [first, second]) expect((await ebba.send(path, { answer, sure: 'yes' })).status).toBe(303);
    const isOut = first === 'withdrawn' || second === 'withdrawn';
    const found = await standing(candidate);
    expect(found).toMatchObject(isOut ? out : { ...open, accTime: second });
    expect(found.given.map(({ answer }) => answer)).toEqual(first === second ? [first] : [first, second]);
    const { text } = await ebba.see(path);
    if (first === 'withdrawn' && second !== first) expect(text).toContain('Since then you answered');
    else expect(text).not.toContain('Since then you answered');
  });

  it.each([
    ['hours', 2 * HOUR],
    ['days, and thinks that the interview is past', 5 * DAY],
  ])(
    'R86 R90: what a candidate says after a recruiter counts, also where that clock is ahead by %s',
    async (_by, ahead) => {
      const by = { type: 'answer', via: 'recruiter', sequence: 0, givenAt: null, proposed: null, wish: '' } as const;
      const { candidate, path } = await InvitedCandidate.invite(asking);
      await candidate.note({ ...by, answer: 'not-accepted', at: Date.now() + ahead });
      const ebba = visitor();
      await ebba.send(path, { answer: 'accepted' });
      expect(await standing(candidate)).toMatchObject({ ...open, accTime: 'accepted' });
      expect((await ebba.see(path)).text).toContain('You answered: Yes, I will attend');
      await candidate.note({ ...by, answer: 'accepted', at: Date.now() + ahead + MINUTE });
      await ebba.send(path, { answer: 'withdrawn', sure: 'yes' });
      expect(await standing(candidate)).toMatchObject(out);
    },
  );

  it.each(['rejected', 'hired', 'deleted', 'moved', 'withdrawn'] as const)(
    'C18: no answer changes the status %s, and each is kept for the recruiter to see',
    async (status) => {
      const { candidate, path } = await InvitedCandidate.invite(asking);
      await candidate.become('invited', status);
      await candidate.note({ type: 'cancellation' });
      const ebba = visitor();
      expect((await ebba.see(path)).status).toBe(200);
      for (const answer of ['accepted', 'withdrawn'] as const) {
        expect((await ebba.send(path, { answer, sure: 'yes' })).status).toBe(303);
        expect(await standing(candidate)).toMatchObject({ status, accTime: answer, reminder: 'held' });
      }
      expect((await standing(candidate)).given).toHaveLength(2);
    },
  );

  it('C31: a link to an earlier time is void, also for a form that was open; the one to the new time takes answers', async () => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const ebba = visitor();
    await ebba.send(path, { answer: 'accepted' });
    const nonce = nonceIn((await ebba.see(path)).text);
    await candidate.move(candidate.startsAt + HOUR, 1);
    expect((await ebba.see(path)).status).toBe(404);
    const body = new URLSearchParams({ nonce, answer: 'withdrawn', sure: 'yes' }).toString();
    expect((await ebba.ask('POST', path, { body })).status).toBe(404);
    expect(await standing(candidate)).toMatchObject({ ...open, accTime: 'awaiting' });
    const newer = await candidate.mail(1, { purpose: 'interview-change' });
    expect((await ebba.see(newer)).text).not.toContain('You answered');
    await ebba.send(newer, { answer: 'not-accepted' });
    expect(await standing(candidate)).toMatchObject({ ...open, accTime: 'not-accepted' });
  });

  it('R79: the link of a reminder answers the same interview', async () => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const { startsAt } = candidate;
    const reminder = { daysBefore: 1, sequence: 0, startsAt, words: { channel: 'sms', text: '' } } as const;
    const second = await candidate.mail(0, { purpose: 'reminder', calendar: null, reminder });
    await visitor().send(path, { answer: 'accepted' });
    const ebba = visitor();
    expect((await ebba.see(second)).text).toContain('You answered: Yes, I will attend');
    await ebba.send(second, { answer: 'new-time' });
    expect(await standing(candidate)).toMatchObject({ accTime: 'new-time' });
  });

  it('a form that is sent twice at once is one answer, and two answers at once are two', async () => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const nonce = nonceIn((await visitor().see(path)).text);
    const post = async (answer: string) =>
      (await visitor().ask('POST', path, { body: new URLSearchParams({ nonce, answer }).toString() })).status;
    expect(await Promise.all([post('accepted'), post('accepted')])).toEqual([303, 303]);
    expect((await standing(candidate)).given).toHaveLength(1);
    expect(await Promise.all([post('not-accepted'), post('new-time')])).toEqual([303, 303]);
    expect((await standing(candidate)).given).toHaveLength(3);
  });

  it('R91: what the recruiter enters counts from then on, and is shown as that', async () => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const ebba = visitor();
    await ebba.send(path, { answer: 'not-accepted' });
    const by = { type: 'answer', via: 'recruiter', sequence: 0, givenAt: null, proposed: null, wish: '' } as const;
    await candidate.note({ ...by, answer: 'accepted', at: Date.now() + 1 });
    expect((await ebba.see(path)).text).toContain('Your answer was noted: Yes, I will attend');
    await candidate.note({ ...by, answer: 'awaiting', at: Date.now() + 2 });
    expect((await ebba.see(path)).text).not.toMatch(/noted|You answered/);
  });
});
