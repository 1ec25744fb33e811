import { NOTICE_VERSION } from '../domain/capture-notice.js';
import type { Change } from '../changes/change-set.js';
import type { Json } from '../lib/json.js';
import type { ApplicationId, PersonId, RecruiterId, VacancyId } from '../records/primitives.js';
import { SHIPPED_REJECTION_REASONS } from '../records/rejection-reason.js';
import {
  applicationCreate,
  interviewCreate,
  messageCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from './change-builders.js';

const EBBA = testId<PersonId>(101);
export const OSKAR = testId<PersonId>(102);
const VACANCY = testId<VacancyId>(10);
const APPLICATION = testId<ApplicationId>(20);
export const MAJA = testId<RecruiterId>(30);
export const PER = testId<RecruiterId>(31);
const REVIEW = testId<string>(40);
const [INSIDE, OUTSIDE] = [testId<string>(41), testId<string>(42)];
/** Of the shipped ones, which the organisation has all. */
const [REASON] = SHIPPED_REJECTION_REASONS;
export const SECRET_KEY = 'ab'.repeat(32);

const create = (table: string, id: string, dossier: string | null, fields: Record<string, Json>): Change => ({
  kind: 'create',
  table,
  id,
  dossier,
  fields,
});
let events = 0;
const event = (table: string, id: string, fields: Record<string, Json> & { type: string }): Change => ({
  kind: 'event',
  table,
  id,
  dossier: EBBA,
  event: { id: testId<string>(900 + ++events), at: 1_790_000_000_000 + events, by: PER, ...fields },
});
const recruiter = (id: string, name: string): Change =>
  create('recruiter', id, null, {
    name,
    email: '',
    rights: ['administer', 'all-other-applications', 'deleted-applications'],
    active: true,
  });
const reviewer = (id: string, name: string, recruiterId: string | null): Json => ({
  id,
  name,
  address: `${id}@example.org`,
  recruiterId,
  tokenHash: 'c'.repeat(64),
});

/** Ebba’s dossier with one of every record that a dossier can hold, each with words of its own; and Oskar, of whom nothing may show. */
export const WHOLE_DOSSIER: readonly Change[] = [
  organisationCreate({
    ownSteps: [
      { id: testId(52), names: { en: 'Aptitude test' }, retired: false },
      { id: testId(53), names: { en: 'Step of somebody else' }, retired: false },
    ],
  }),
  recruiter(MAJA, 'Maja Interviewer'),
  recruiter(PER, 'Per Notewriter'),
  vacancyCreate(VACANCY, { title: 'Trainee Grid', questions: [{ id: testId(60), text: 'Which year?' }] }),
  personCreate(EBBA, { phone: '+46703184729', school: 'Chalmers', city: 'Göteborg' }),
  personCreate(OSKAR, { givenName: 'Oskar', familyName: 'Fjellheim', email: 'oskar@example.com' }),
  applicationCreate(APPLICATION, {
    personId: EBBA,
    vacancyId: VACANCY,
    text: 'I want to build grids',
    answers: { [testId<string>(60)]: 'The third' },
  }),
  interviewCreate(testId(22), {
    personId: EBBA,
    applicationId: APPLICATION,
    recruiterIds: [MAJA],
    answerKey: SECRET_KEY,
  }),
  messageCreate(testId(23), { personId: EBBA, subject: 'Tack för i dag', text: 'Vi hörs\n=HYPERLINK("x")' }),
  messageCreate(testId(24), {
    personId: EBBA,
    purpose: 'forward',
    to: { name: 'Ulla Receiver', address: 'ulla@example.org' },
    subject: 'About a candidate',
  }),
  ...['due', 'sending', 'sent'].map((state) =>
    event('message', testId(24), { type: 'delivery', state, reason: null, reply: null, retryAt: null, attempt: 1 }),
  ),
  create('document', testId(25), EBBA, {
    personId: EBBA,
    applicationId: null,
    fileId: testId(26),
    kind: 'cv',
    name: '../CV Ebba.pdf',
    mediaType: 'application/pdf',
    size: 3,
    addedAt: 5,
  }),
  create('appointment', testId(27), EBBA, {
    title: 'Lunch with Ebba',
    startsAt: 1_790_000_000_000,
    minutes: 30,
    place: 'Canteen',
    recruiterIds: [MAJA],
    personId: EBBA,
    applicationId: null,
    vacancyId: null,
  }),
  create('letter', testId(28), EBBA, {
    personId: EBBA,
    applicationId: APPLICATION,
    vacancyId: VACANCY,
    template: 'letter-received',
    document: {
      language: 'sv',
      date: '2026-11-21',
      dateInWords: '21 november 2026',
      sender: { name: 'Fjordkraft', address: ['Kaigaten 1'] },
      recipient: { name: 'Ebba Norrlander', address: ['Björkvägen 12'] },
      subject: 'Din ansökan',
      blocks: [{ kind: 'paragraph', lines: [[{ text: 'Vi har fått den', bold: false, italic: false }]] }],
      signature: ['Fjordkraft'],
    },
    writtenAt: 5,
    writtenBy: PER,
  }),
  create('panelReview', REVIEW, null, {
    vacancyId: VACANCY,
    requestedBy: PER,
    requestedAt: 1_790_000_000_000,
    applicationIds: [APPLICATION, testId(99)],
    noRating: false,
    noComments: false,
    notifies: false,
    reviewers: [reviewer(INSIDE, 'Ivar Inside', PER), reviewer(OUTSIDE, 'Olga Outside', null)],
  }),
  event('application', APPLICATION, { type: 'note', text: 'Shy but sharp' }),
  event('application', APPLICATION, {
    type: 'panel-rating',
    reviewId: REVIEW,
    reviewerId: INSIDE,
    value: 6,
    comment: 'Knows her physics',
  }),
  event('application', APPLICATION, {
    type: 'employment',
    terms: {
      position: 'Engineer',
      department: 'Grid',
      startDate: '2027-02-01',
      salary: '40 000 SEK',
      own: { car: 'Blue van' },
    },
  }),
  event('person', EBBA, {
    type: 'consent',
    purpose: 'this-fair',
    given: true,
    noticeVersion: NOTICE_VERSION,
    language: 'sv',
    until: '2028-11-21',
  }),
  event('application', APPLICATION, { type: 'own-step', stepId: testId<string>(52) }),
  event('application', APPLICATION, {
    type: 'status',
    to: 'rejected',
    rejection: { stage: 'review', reasonId: REASON?.id ?? '' },
  }),
  event('interview', testId(22), { type: 'answer', answer: 'accepted', sequence: 0 }),
  event('letter', testId(28), { type: 'post', state: 'printed' }),
  event('appointment', testId(27), { type: 'cancellation' }),
  event('person', EBBA, { type: 'not-same', other: OSKAR }),
  // They were taken for one person, and are two again.
  event('person', EBBA, { type: 'merge', into: OSKAR }),
  event('person', EBBA, {
    type: 'replaced',
    merged: OSKAR,
    merges: [testId<string>(900 + events)],
    values: { city: 'Gävle' },
    chosen: { city: 'Oskarshamn' },
  }),
  event('person', EBBA, { type: 'merge', into: null }),
  event('person', EBBA, { type: 'postal-address', address: 'Björkvägen 12\n972 41 Luleå' }),
  event('person', EBBA, { type: 'note', text: 'Taken back words' }),
];
/** Takes the last note back: committed after the others. */
export const TAKEN_BACK: Change = {
  kind: 'retract',
  table: 'person',
  id: EBBA,
  dossier: EBBA,
  event: testId<string>(900 + events),
};
