import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Interview } from '../../records/interview.js';
import { Message } from '../../records/message.js';
import { LANGUAGES, type ApplicationId, type PersonId, type RecruiterId } from '../../records/primitives.js';
import { MINUTE } from '../../lib/time.js';
import { applicant, NO_INTERVIEWS, planContext } from '../../testing/plan-builders.js';
import { INVITATION } from '../../testing/valid-inputs.js';
import { plainToRichText as rich } from '../plain-to-rich-text.js';
import type { Busy } from '../calendar-warnings.js';
import type { Plan, PlanContext } from '../progress-action.js';
import { inviteToInterview, type InviteFields } from './invite-to-interview.js';

const START = Date.UTC(2026, 8, 22, 7); // 09:00 in Stockholm, the day after the context's now
const EVA = '9'.padStart(32, '0') as RecruiterId;
const PER = '8'.padStart(32, '0') as RecruiterId;
const TEXTS = {
  sv: { subject: 'Intervju {vacancy-title}', contents: rich('Hej {given-name},\n\n{confirmlink}') },
  nl: { subject: 'Interview', contents: rich('Dag {given-name}') },
};

type Input = Parameters<typeof inviteToInterview.plan>[1];
function input(change: Partial<Input> = {}): Input {
  const fields: InviteFields = {
    ...INVITATION,
    recruiterIds: [EVA, PER],
    date: '2026-09-22',
    minutes: 45,
    place: 'Rum 4',
    confirmLink: null,
  };
  const from = { name: 'Eva Lind', address: 'eva@example.com' };
  return { ...fields, from, texts: TEXTS, unticked: new Set(), tickedIn: new Set(), ...change };
}

function context(change: Partial<PlanContext> = {}): PlanContext {
  return planContext({ recruiterName: (id) => (id === EVA ? 'Eva Lind' : 'Per Holm'), ...change });
}

const busy = (entry: Partial<Busy>): Partial<PlanContext> => {
  const whole = {
    id: 'f'.repeat(32),
    startsAt: START,
    minutes: 30,
    recruiterIds: [],
    personIds: [],
    room: null,
    ...entry,
  };
  return { interviews: { ...NO_INTERVIEWS, busy: () => [whole] } };
};

function interviewsOf(plan: Plan): readonly Interview[] {
  return plan.included.flatMap(({ changes }) =>
    changes.flatMap((change) =>
      change.kind === 'create' && change.table === 'interview' ? [Interview.parse(change.fields)] : [],
    ),
  );
}

const mailsOf = (plan: Plan) => plan.included.flatMap(({ messages }) => messages.map(({ message }) => message));
const warned = (plan: Plan) => plan.warnings.map(({ code }) => code);

describe('Invite to interview', () => {
  it('R20, R61, R66 makes an interview, the status Invited with its type, and an invitation', () => {
    const plan = inviteToInterview.plan([applicant(1)], input(), context());
    expect(plan.problems).toEqual([]);
    const [included] = plan.included;
    expect(included?.changes.map((change) => [change.kind, change.table])).toEqual([
      ['create', 'interview'],
      ['event', 'application'],
      ['create', 'message'],
    ]);
    expect(included?.changes[1]).toMatchObject({
      id: applicant(1).applicationId,
      event: { type: 'status', to: 'invited', interviewType: 'first', by: EVA },
    });
    expect(interviewsOf(plan)).toMatchObject([
      {
        type: 'first',
        recruiterIds: [EVA, PER],
        startsAt: START,
        minutes: 45,
        place: 'Rum 4',
        invitation: 'email',
        sequence: 0,
      },
    ]);
  });

  it('R60 keeps the kind beside the stage', () => {
    for (const kind of ['telephone', 'in-person', 'group'] as const) {
      expect(interviewsOf(inviteToInterview.plan([applicant(1)], input({ kind }), context()))[0]?.kind).toBe(kind);
    }
  });

  it('R62, C3 refuses what cannot be read, the past, and a time that the clocks leave out', () => {
    const codes = (change: Partial<Input>) =>
      inviteToInterview.plan([applicant(1)], input(change), context()).problems.map(({ code }) => code);
    expect(codes({ type: null })).toEqual(['interview-type-missing']);
    expect(codes({ recruiterIds: [] })).toContain('interview-recruiters-missing');
    expect(codes({ date: '2026-09-21', time: '09:00' })).toEqual(['interview-past']);
    expect(codes({ date: '2027-03-28', time: '02:30' })).toEqual(['interview-time-skipped']);
    expect(codes({ minutes: 0 })).toContain('interview-duration-invalid');
    const plan = inviteToInterview.plan([applicant(1)], input({ date: 'tomorrow' }), context());
    expect(plan.included.flatMap(({ changes }) => changes)).toEqual([]);
  });

  it('R63, R18 refuses a mail without sender, subject or contents', () => {
    const texts = { sv: { subject: '', contents: rich('') } };
    const from = { name: '', address: 'eva@' };
    const { problems } = inviteToInterview.plan([applicant(1)], input({ texts, from, confirmLink: true }), context());
    expect(problems.map(({ code }) => code)).toEqual(['from-invalid', 'subject-blank', 'contents-blank']);
  });

  it('R64, C31 without an email: an interview and the status, nobody invited, nobody to answer', () => {
    const plan = inviteToInterview.plan([applicant(1)], input({ sendsEmail: false, texts: {} }), context());
    expect(plan).toMatchObject({ problems: [], warnings: [], excluded: [] });
    expect(mailsOf(plan)).toEqual([]);
    expect(interviewsOf(plan)[0]?.invitation).toBe('none');
    expect(plan.included[0]?.withoutMail).toBeNull();
    expect(plan.included[0]?.changes).toHaveLength(2);
  });

  it('R67 fills in date, time, duration, place and recruiters as the recipient’s language writes them', () => {
    const fields = '{interviewdate}|{interviewtime}|{duration}|{address}|{interviewer}|{interviewers}';
    const texts = Object.fromEntries(LANGUAGES.map((language) => [language, { subject: 'x', contents: rich(fields) }]));
    const selection = LANGUAGES.map((language, n) => applicant(n + 1, { language }));
    const all = input({ texts, minutes: 90, arrangement: 'together', confirmLink: false });
    expect(mailsOf(inviteToInterview.plan(selection, all, context())).map(({ text }) => text.replace(',', ''))).toEqual(
      [
        'tisdag 22 september 2026|09:00|1 timme och 30 minuter|Rum 4|Eva Lind|Eva Lind och Per Holm',
        'tirsdag den 22. september 2026|09.00|1 time og 30 minutter|Rum 4|Eva Lind|Eva Lind og Per Holm',
        'dinsdag 22 september 2026|09:00|1 uur en 30 minuten|Rum 4|Eva Lind|Eva Lind en Per Holm',
        'tirsdag 22. september 2026|09:00|1 time og 30 minutter|Rum 4|Eva Lind|Eva Lind og Per Holm',
        'Tuesday 22 September 2026|09:00|1 hour and 30 minutes|Rum 4|Eva Lind|Eva Lind and Per Holm',
      ],
    );
  });

  it('R67 names a field without a source, and a place that is missing; a telephone interview needs none', () => {
    const texts = { sv: { subject: 'x', contents: rich('{route} {address}') } };
    const plan = (change: Partial<Input>) =>
      inviteToInterview.plan([applicant(1)], input({ texts, place: '', ...change }), context());
    expect(plan({}).problems.map(({ code, field }) => [code, field])).toEqual([
      ['interview-place-missing', null],
      ['field-unfilled', 'route'],
      ['field-unfilled', 'address'],
    ]);
    const onPhone = plan({ kind: 'telephone', texts: { sv: { subject: 'x', contents: rich('{address}') } } });
    expect(onPhone.problems).toEqual([]);
    expect(mailsOf(onPhone)[0]?.text).toMatch(/^sv telephone/);
  });

  it('R68, R86 the link is four answers, in the recipient’s language, with the interview’s own token', () => {
    const [mail] = mailsOf(inviteToInterview.plan([applicant(1)], input(), context()));
    const lines = mail?.text.split('\n\n')[1]?.split('\n') ?? [];
    expect(lines.map((line) => line.split(': mailto')[0])).toEqual(['sv yes', 'sv no', 'sv later', 'sv withdraw']);
    for (const line of lines) {
      expect(line).toMatch(/: mailto:eva@example\.com\?subject=sv%20.*%20\(fd1-[0-9a-f]{32}-0-[antw]-[0-9a-f]{32}\)$/);
    }
    expect(mail?.html.match(/<a href="mailto:eva@example\.com\?subject=[^"]*"/g)).toHaveLength(4);
  });

  it('R69, R74, C1 puts the link only into the variants that lack it, and says who cannot answer where it is left out', () => {
    const selection = [applicant(1), applicant(2, { language: 'nl' })];
    const links = (plan: Plan) => mailsOf(plan).map(({ html }) => html.split('href="mailto:').length - 1);
    const untouched = inviteToInterview.plan(selection, input(), context());
    expect(links(untouched)).toEqual([4, 4]);
    expect(warned(untouched)).toEqual([]);
    const unticked = inviteToInterview.plan(selection, input({ confirmLink: false }), context());
    expect(links(unticked)).toEqual([4, 0]);
    expect(unticked.warnings).toEqual([{ code: 'cannot-answer', applicationIds: [applicant(2).applicationId] }]);
    // C31: so that it can be written again, should the interview move before it leaves.
    expect(mailsOf(unticked).map(({ written }) => written)).toEqual([
      { ...TEXTS.sv, confirmLink: false },
      { ...TEXTS.nl, confirmLink: false },
    ]);
  });

  it('C29 one after the other: consecutive slots, a meeting each; together: one meeting, one record and answer each', () => {
    const selection = [applicant(1), applicant(2), applicant(3)];
    const inTurn = interviewsOf(inviteToInterview.plan(selection, input(), context()));
    expect(inTurn.map(({ startsAt }) => (startsAt - START) / MINUTE)).toEqual([0, 45, 90]);
    expect(new Set(inTurn.map(({ meetingId }) => meetingId)).size).toBe(3);
    const together = interviewsOf(inviteToInterview.plan(selection, input({ arrangement: 'together' }), context()));
    expect(new Set(together.map(({ startsAt }) => startsAt))).toEqual(new Set([START]));
    expect(new Set(together.map(({ meetingId }) => meetingId)).size).toBe(1);
    expect(new Set(together.map(({ answerKey }) => answerKey)).size).toBe(3);
  });

  it('a mail carries the interview for the calendar, in a version that later changes follow', () => {
    const plan = inviteToInterview.plan([applicant(1)], input(), context());
    const created = plan.included[0]?.changes[0];
    expect(mailsOf(plan)[0]).toMatchObject({
      purpose: 'invitation',
      interviewId: created?.id,
      calendar: {
        method: 'REQUEST',
        uid: `${created?.id ?? ''}@fairdesk`,
        sequence: 0,
        startsAt: START,
        minutes: 45,
        summary: 'First – Trainee – Example AB',
        place: 'Rum 4',
        organiser: { name: 'Eva Lind', address: 'eva@example.com' },
        attendee: { name: 'Name1 Berg', address: 'person1@example.com' },
      },
    });
  });

  it('C26 asks for the rejected, withdrawn and saved, and takes no hired', () => {
    const selection = (['rejected', 'withdrawn', 'saved', 'hired', 'new'] as const).map((status, n) => ({
      ...applicant(n + 1),
      status,
    }));
    const ids = selection.map(({ applicationId }) => applicationId);
    const plan = inviteToInterview.plan(selection, input(), context());
    expect(plan.included.map(({ applicationId }) => applicationId)).toEqual([ids[4]]);
    expect(plan.excluded.map(({ reason }) => reason)).toEqual([
      'asks-first',
      'asks-first',
      'asks-first',
      'already-hired',
    ]);
    const asked = inviteToInterview.plan(selection, input({ tickedIn: new Set(ids.slice(0, 2)) }), context());
    expect(asked.included.map(({ applicationId }) => applicationId)).toEqual([ids[0], ids[1], ids[4]]);
  });

  it('C33 books an interview without mail for whoever cannot be written to, and names them', () => {
    const selection = [applicant(1, { email: '' }), applicant(2, { language: 'da' }), applicant(3)];
    const plan = inviteToInterview.plan(selection, input(), context());
    expect(plan.included.map(({ withoutMail }) => withoutMail)).toEqual([
      'no-email-address',
      'no-template-in-language',
      null,
    ]);
    expect(interviewsOf(plan).map(({ invitation }) => invitation)).toEqual(['none', 'none', 'email']);
    expect(mailsOf(plan)).toHaveLength(1);
  });

  it('warns where a recruiter, the candidate or the room has something else at that time, and not where it only touches', () => {
    const plan = (to: Partial<Busy>) => warned(inviteToInterview.plan([applicant(1)], input(), context(busy(to))));
    expect(plan({ recruiterIds: [PER] })).toEqual(['recruiter-busy']);
    expect(plan({ personIds: [applicant(1).person.id] })).toEqual(['candidate-busy']);
    expect(plan({ room: 'Rum 4' })).toEqual(['room-busy']);
    expect(plan({ recruiterIds: [PER], startsAt: START - 30 * MINUTE })).toEqual([]);
    expect(plan({ recruiterIds: [PER], startsAt: START + 45 * MINUTE })).toEqual([]);
  });

  it('says who is busy and since when, of the first of those concerned', () => {
    const { interviews = NO_INTERVIEWS } = busy({ recruiterIds: [PER], startsAt: START + 50 * MINUTE });
    const plan = inviteToInterview.plan([applicant(1), applicant(2)], input(), context({ interviews }));
    expect(plan.warnings).toMatchObject([
      {
        code: 'recruiter-busy',
        applicationIds: [applicant(2).applicationId],
        clash: { recruiterId: PER, startsAt: START + 50 * MINUTE },
      },
    ]);
  });

  it('takes a person once, whatever they applied for', () => {
    const twin = { ...applicant(2), person: applicant(1).person };
    const plan = inviteToInterview.plan([applicant(1), twin], input(), context());
    expect(plan.excluded).toEqual([{ applicationId: twin.applicationId, reason: 'same-person-twice' }]);
  });

  it('a plan made twice is the same, mails and tokens included', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            n: fc.nat(5),
            language: fc.constantFrom(...LANGUAGES),
            email: fc.constantFrom('a@example.com', ''),
          }),
        ),
        fc.boolean(),
        fc.option(fc.boolean(), { nil: null }),
        (rows, sendsEmail, confirmLink) => {
          const selection = rows.map(({ n, language, email }, at) =>
            applicant(at + 1, { id: (0xa000 + n).toString(16).padStart(32, '0') as PersonId, language, email }),
          );
          const form = input({ sendsEmail, confirmLink });
          const plan = inviteToInterview.plan(selection, form, context());
          expect(inviteToInterview.plan(selection, form, context())).toEqual(plan);
          const accounted = [...plan.included, ...plan.excluded].map(({ applicationId }) => applicationId);
          expect(accounted.sort()).toEqual(selection.map(({ applicationId }): ApplicationId => applicationId).sort());
          for (const mail of mailsOf(plan)) expect(Message.safeParse(mail).success).toBe(true);
        },
      ),
    );
  });
});
