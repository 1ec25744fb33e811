import { describe, expect, it } from 'vitest';
import { Message } from '../../records/message.js';
import { PanelReview } from '../../records/panel-review.js';
import type { RecruiterId, VacancyId } from '../../records/primitives.js';
import { applicant, planContext } from '../../testing/plan-builders.js';
import { STATUSES } from '../application-status.js';
import { plainToRichText } from '../plain-to-rich-text.js';
import { permissionOf } from '../progress-permission.js';
import type { Applicant, Plan } from '../progress-action.js';
import { panelReview, reviewerLanguages, type PanelReviewInput } from './panel-review.js';

const EVA = '9'.padStart(32, '0') as RecruiterId;
const PER = 'a'.padStart(32, '0') as RecruiterId;
const LINK = '{collaborative-link-url}';
const INPUT: PanelReviewInput = {
  internal: [{ recruiterId: EVA, language: 'sv' }],
  external: [
    { name: 'Ida Ek', address: 'ida@example.com', language: 'sv' },
    { name: '', address: ' Jan@example.com ', language: 'nl' },
  ],
  noRating: false,
  withholdsPersonal: false,
  wordless: [],
  noComments: true,
  notifies: true,
  from: { name: 'Eva Lind', address: 'eva@example.com' },
  texts: {
    sv: { subject: '{project-title}', contents: plainToRichText(`{number-of-applicants} till {title}: ${LINK}`) },
    nl: { subject: '{vacancy-title}', contents: plainToRichText(`{recruiter-name}: ${LINK}`) },
  },
  unticked: new Set(),
  tickedIn: new Set(),
};
const THREE = [applicant(1), applicant(2), applicant(3)];

function planOf(selection: readonly Applicant[] = THREE, input: Partial<PanelReviewInput> = {}): Plan {
  return panelReview.plan(selection, { ...INPUT, ...input }, planContext());
}
const createdIn = (plan: Plan, table: string) =>
  (plan.joint?.changes ?? []).flatMap((change) =>
    change.kind === 'create' && change.table === table ? [change.fields] : [],
  );
const mailsOf = (plan: Plan) => (plan.joint?.messages ?? []).map(({ message }) => message);
const problemsOf = (plan: Plan) => plan.problems.map(({ code, field, language }) => [code, field, language]);

describe('Send for panel review', () => {
  it('R45 writes one mail to each internal and external reviewer, in the language chosen for each', () => {
    const mails = mailsOf(planOf());
    expect(mails.map(({ to, language }) => [to, language])).toEqual([
      [{ name: 'Eva Lind', address: 'eva@example.com' }, 'sv'],
      [{ name: 'Ida Ek', address: 'ida@example.com' }, 'sv'],
      [{ name: '', address: 'Jan@example.com' }, 'nl'],
    ]);
    expect(mails.every((mail) => Message.safeParse(mail).success)).toBe(true);
    expect(reviewerLanguages(INPUT)).toEqual(
      new Map([
        ['sv', 2],
        ['nl', 1],
      ]),
    );
  });

  it('R46 G-5 is one request about all of them, with a link of its own for each reviewer and its tags filled in', () => {
    const plan = planOf();
    expect(mailsOf(plan)[0]?.subject).toBe('Trainee');
    const texts = mailsOf(plan).map(({ text }) => text);
    const links = texts.map((text) => /https:\/\/server\.invalid\/p\/\S+$/.exec(text)?.[0]);
    expect(new Set(links).size).toBe(3);
    expect(texts[0]).toBe(`3 till Trainee: \n${links[0] ?? ''}`);
    expect(mailsOf(plan)[0]?.html).toContain(`href="${links[0] ?? ''}"`);
    const [review, ...more] = createdIn(plan, 'panelReview');
    expect(more).toEqual([]);
    expect(PanelReview.parse(review)).toMatchObject({
      requestedBy: EVA,
      requestedAt: planContext().now,
      applicationIds: THREE.map(({ applicationId }) => applicationId),
      noRating: false,
      noComments: true,
      notifies: true,
      reviewers: [
        { name: 'Eva Lind', recruiterId: EVA },
        { name: 'Ida Ek', recruiterId: null },
        { name: '', address: 'Jan@example.com' },
      ],
    });
  });

  it('R46 keeps the hash of a token and not the token, and no personal data of a candidate in request or mail', () => {
    const plan = planOf();
    const review = JSON.stringify(createdIn(plan, 'panelReview'));
    for (const { text, personId, applicationId } of mailsOf(plan)) {
      const token = text.split('/p/')[1] ?? '';
      expect(token).not.toBe('');
      expect(review).not.toContain(token);
      expect([personId, applicationId]).toEqual([null, null]);
    }
    for (const { person } of THREE) {
      const said = review + JSON.stringify(mailsOf(plan));
      for (const word of [person.givenName, person.familyName, person.email, person.id])
        expect(said).not.toContain(word);
    }
  });

  it('C18 holds every mail for the server, and warns of it before it is confirmed', () => {
    const plan = planOf();
    const held = (plan.joint?.changes ?? []).filter(({ kind }) => kind === 'event');
    expect(held).toMatchObject(
      mailsOf(plan).map(() => ({ table: 'message', event: { state: 'held', reason: 'mail/needs-server' } })),
    );
    expect(plan.warnings.map(({ code, applicationIds }) => [code, applicationIds.length])).toContainEqual([
      'needs-server',
      3,
    ]);
  });

  it('R46 makes one request for each vacancy of the selection', () => {
    const other = 'd'.repeat(32) as VacancyId;
    const vacancy = planContext().vacancy(applicant(1).vacancyId);
    const selection = [...THREE, { ...applicant(4), vacancyId: other }];
    const plan = panelReview.plan(selection, INPUT, planContext({ vacancy: () => vacancy }));
    const numbers = createdIn(plan, 'panelReview').map((fields) => PanelReview.parse(fields).applicationIds.length);
    expect(numbers).toEqual([3, 1]);
    expect(mailsOf(plan)).toHaveLength(6);
    expect(new Set(mailsOf(plan).map(({ text }) => text.split('/p/')[1])).size).toBe(6);
  });

  it('C26 changes no status, and leaves out the hired, deleted and moved with the reason', () => {
    const plan = planOf(STATUSES.map((status, n) => ({ ...applicant(n + 1), status })));
    expect(plan.included).toHaveLength(
      STATUSES.filter((one) => permissionOf('panel-review', one) !== 'refused').length,
    );
    expect(plan.excluded.map(({ reason }) => reason)).toEqual(['already-hired', 'already-deleted', 'already-moved']);
    expect((plan.joint?.changes ?? []).some(({ table }) => table === 'application')).toBe(false);
  });

  it('R45 asks nobody while an address is missing, wrong or there twice', () => {
    const nobody = { internal: [], external: [{ name: ' ', address: '', language: 'sv' }] } as const;
    expect(problemsOf(planOf(THREE, nobody))).toEqual([['panel-reviewer-missing', null, null]]);
    const external = [
      { name: 'Ida', address: 'ida', language: 'sv' },
      { name: 'Bo', address: '', language: 'sv' },
      { name: '', address: 'EVA@example.com', language: 'sv' },
    ] as const;
    const wrong = planOf(THREE, { external });
    expect(problemsOf(wrong)).toEqual([
      ['panel-address-invalid', 'ida', null],
      ['panel-address-invalid', 'Bo', null],
      ['panel-address-twice', 'EVA@example.com', null],
    ]);
    expect(wrong.joint?.changes).toEqual([]);
  });

  it('G-5 asks no colleague of another department', () => {
    const internal = [EVA, PER].map((recruiterId) => ({ recruiterId, language: 'sv' }) as const);
    expect(mailsOf(planOf(THREE, { internal, external: [] })).map(({ to }) => to.name)).toEqual(['Eva Lind']);
  });

  it('C32 names an unknown tag and one that no request can fill, and wants the link', () => {
    const sv = { subject: '{given-name}', contents: plainToRichText('{nonsense}') };
    expect(problemsOf(planOf(THREE, { texts: { ...INPUT.texts, sv } }))).toEqual([
      ['panel-link-missing', null, 'sv'],
      ['field-unknown', 'nonsense', 'sv'],
      ['field-unfilled', 'given-name', 'sv'],
    ]);
    const link = { subject: LINK, contents: plainToRichText(LINK) };
    expect(problemsOf(planOf(THREE, { texts: { ...INPUT.texts, sv: link } }))).toEqual([
      ['field-misplaced', 'collaborative-link-url', 'sv'],
    ]);
  });

  it('R46 is the same when it is planned again, links and all', () => {
    expect(mailsOf(planOf()).map(({ html }) => html)).toEqual(mailsOf(planOf()).map(({ html }) => html));
  });

  it('R30 warns of those of whom nothing is left to be read, where personal information is withheld, and asks all the same', () => {
    const ids = THREE.map(({ applicationId }) => applicationId);
    const wordless = ids.slice(1, 2);
    const warned = (input: Partial<PanelReviewInput>, of = THREE) =>
      planOf(of, { wordless, ...input }).warnings.filter(({ code }) => code === 'nothing-to-read');
    expect(warned({ withholdsPersonal: true })).toEqual([{ code: 'nothing-to-read', applicationIds: wordless }]);
    expect(planOf(THREE, { wordless, withholdsPersonal: true }).problems).toEqual([]);
    expect(warned({ withholdsPersonal: false })).toEqual([]);
    expect(warned({ withholdsPersonal: true, wordless: [] })).toEqual([]);
    expect(warned({ withholdsPersonal: true, unticked: new Set(wordless) })).toEqual([]);
  });

  it('R30 withholds personal information when it is asked to, and the request itself may name nobody', () => {
    const texts = { sv: { subject: 'Om Norrlander', contents: plainToRichText(`Per Norrlander: ${LINK}`) } };
    expect(createdIn(planOf(), 'panelReview')[0]).not.toHaveProperty('withholdsPersonal');
    const plan = planOf(THREE, { withholdsPersonal: true });
    expect(createdIn(plan, 'panelReview')).toMatchObject([{ withholdsPersonal: true }]);
    expect(PanelReview.safeParse(createdIn(plan, 'panelReview')[0]).success).toBe(true);
    const named = planOf([applicant(1, { familyName: 'Norrlander' })], {
      withholdsPersonal: true,
      external: [],
      texts,
    });
    expect(problemsOf(named)).toEqual([
      ['detail-in-subject', 'Norrlander', 'sv'],
      ['detail-in-contents', 'Norrlander', 'sv'],
    ]);
    expect(createdIn(named, 'panelReview')).toEqual([]);
  });
});
