import { REMINDER_OF_TEMPLATE } from '../domain/progress-actions/invite-reminder.js';
import type { ForwardedDossier } from '../domain/forwarded-profile.js';
import { plainToRichText } from '../domain/plain-to-rich-text.js';
import type { PlanContext, ProgressAction, ProgressActionId, Selection } from '../domain/progress-action.js';
import { contractsToRender } from '../domain/progress-actions/employment-contract.js';
import type { InviteFields } from '../domain/progress-actions/invite-to-interview.js';
import type { progressActions } from '../domain/progress-actions/registry.js';
import { lettersToRender } from '../domain/progress-actions/send-letter.js';
import type { EmploymentTerms } from '../records/contract.js';
import type { InterviewType } from '../records/interview.js';
import type { ApplicationId, FileId, RecruiterId, VacancyId } from '../records/primitives.js';
import { SHIPPED_REJECTION_REASONS } from '../records/rejection-reason.js';

type Registry = typeof progressActions;
type InputOf<Action> = Action extends ProgressAction<infer Input> ? Input : never;

export interface InputWish {
  readonly selection: Selection;
  readonly context: PlanContext;
  readonly tickedIn: ReadonlySet<ApplicationId>;
  readonly interviewType?: InterviewType;
  /** Where *Transfer* leads to. */
  readonly target: VacancyId;
}

type Builders = { readonly [Id in ProgressActionId]: (wish: InputWish) => InputOf<Registry[Id]['action']> };

const TERMS: EmploymentTerms = {
  position: 'Trainee',
  department: 'Grid',
  startDate: '2027-02-01',
  salary: '',
  own: {},
};
const TEXT = { subject: 'Hej', contents: plainToRichText('Hej {given-name}') };
const EMPTY_DOSSIER: ForwardedDossier = {
  school: '',
  city: '',
  text: '',
  answers: {},
  documents: [],
  otherDetails: [],
};
const reason = SHIPPED_REJECTION_REASONS[0];

const ticks = ({ tickedIn }: InputWish) => ({ unticked: new Set<ApplicationId>(), tickedIn });
const mail = (wish: InputWish) => ({
  ...ticks(wish),
  from: { name: 'Eva Lind', address: 'eva@example.com' },
  texts: { sv: TEXT, en: TEXT, da: TEXT, nb: TEXT, nl: TEXT },
});

/** A first interview on its own, at nine, with an email. */
export const INVITATION: InviteFields = {
  type: 'first',
  kind: null,
  recruiterIds: ['9'.repeat(32) as RecruiterId],
  reminder: REMINDER_OF_TEMPLATE,
  date: '2026-10-22',
  time: '09:00',
  minutes: 30,
  place: 'Room 4',
  arrangement: 'in-turn',
  places: null,
  group: null,
  sendsEmail: true,
  confirmLink: null,
};

/** What a recruiter fills in when everything is right, for every action that can be executed: a new one needs its line here. */
export const VALID_INPUTS: Builders = {
  withdraw: ticks,
  delete: ticks,
  save: ticks,
  'save-and-send-credentials': (wish) => {
    const login = { subject: 'Login', contents: plainToRichText('{username} {password} {my-page-url}') };
    return { ...mail(wish), texts: { sv: login, en: login, da: login, nb: login, nl: login } };
  },
  'send-email': mail,
  'invite-to-interview': (wish) => ({ ...INVITATION, ...mail(wish), type: wish.interviewType ?? 'first' }),
  reject: (wish) => ({ ...mail(wish), stage: 'review', reasonId: reason?.id ?? null }),
  forward: (wish) => ({
    ...mail(wish),
    to: 'Per Holm <per@example.org>',
    language: 'en',
    withholdsPersonal: false,
    withoutFiles: true,
    dossiers: Object.fromEntries(wish.selection.map(({ applicationId }) => [applicationId, EMPTY_DOSSIER])),
  }),
  transfer: (wish) => ({ ...mail(wish), target: wish.target, copy: false, sends: false }),
  'own-step': (wish) => ({ ...mail(wish), stepId: '7'.repeat(32), sendsEmail: false }),
  'panel-review': (wish) => ({
    ...mail(wish),
    texts: { en: { subject: 'Review', contents: plainToRichText('{collaborative-link-url}') } },
    noRating: false,
    noComments: false,
    notifies: true,
    withholdsPersonal: false,
    wordless: [],
    internal: [],
    external: [{ name: 'Ola', address: 'ola@example.com', language: 'en' }],
  }),
  'send-offer': (wish) => ({ ...mail(wish), sendsEmail: true }),
  hire: (wish) => ({ ...ticks(wish), rows: rowsOf(wish), alsoWithdrawn: [] }),
  'employment-contract': (wish) => {
    const asked = { ...mail(wish), rows: rowsOf(wish), rendered: {} };
    const made = contractsToRender(wish.selection, asked, wish.context).map(({ applicant, document }, n) => {
      const fileId = (n + 1).toString(16).padStart(32, 'f') as FileId;
      const file = { fileId, name: 'contract.pdf', mediaType: 'application/pdf', size: 9 } as const;
      return [applicant.applicationId, { document, file }] as const;
    });
    return { ...asked, rendered: Object.fromEntries(made) };
  },
  'send-letter': (wish) => {
    const asked = { ...mail(wish), template: 'letter-received', addresses: {}, rendered: {} } as const;
    const made = lettersToRender(wish.selection, asked, wish.context).map(
      ({ applicant, document }) => [applicant.applicationId, { document, readable: true }] as const,
    );
    return { ...asked, rendered: Object.fromEntries(made) };
  },
};

function rowsOf({ selection }: InputWish) {
  return Object.fromEntries(selection.map(({ applicationId }) => [applicationId, { terms: TERMS, template: null }]));
}
