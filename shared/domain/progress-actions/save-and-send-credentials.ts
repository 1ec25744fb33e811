import type { Change } from '../../changes/change-set.js';
import type { Language } from '../../records/primitives.js';
import { admit } from '../admit.js';
import { isEmailAddress } from '../email-address.js';
import { MY_PAGE_LINK, PASSWORD_TAG } from '../login-mail.js';
import { holdForServer } from '../needs-server.js';
import { applicantFields, createMessage, NO_TEXT, planMail, Problems, type MailPart } from '../plan-mail.js';
import { planWarnings } from '../progress-action-warnings.js';
import type {
  Applicant,
  ExclusionReason,
  Plan,
  PlanContext,
  PlannedChange,
  PlannedMessage,
  ProgressAction,
  Selection,
} from '../progress-action.js';
import { withoutMail } from '../recipients.js';
import { templateUses, usesField } from '../rich-text-fields.js';
import { applicationOf, seenOf, setStatus, stampOf } from '../status-event.js';
import { agreedToBeKept } from './save.js';

/**
 * R26–R28: all of Save, and a mail with user name and password. The password opens the candidate's own page on the server:
 * without one nothing is done and the plan says so (C17). Whoever is saved already may be sent a new one, which voids the old.
 */
export const saveAndSendCredentials: ProgressAction<MailPart> = { id: 'save-and-send-credentials', plan };

function plan(selection: Selection, input: MailPart, context: PlanContext): Plan {
  const problems = new Problems();
  if (!context.hasCandidatePages) problems.add('credentials-place-missing');
  const written = new Set(Object.keys(input.texts) as Language[]);
  const refuse = (one: Applicant): ExclusionReason | null =>
    agreedToBeKept(one) ?? (context.hasCandidatePages ? withoutMail(one, written) : null);
  const { admitted, excluded } = admit('save-and-send-credentials', selection, input, refuse);
  if (admitted.length === 0) problems.add('nobody-left');
  else if (context.hasCandidatePages) checkTexts(admitted, input, problems);
  const first = firstOfEach(admitted);
  const planned = admitted.map((applicant): PlannedChange => {
    if (!context.hasCandidatePages) return { ...applicationOf(applicant), changes: [], messages: [] };
    const messages = first.has(applicant) ? [planLogin(applicant, input, context, problems)] : [];
    const changes = [...saved(applicant, context), ...messages.flatMap((message) => filed(message, context))];
    const reason = messages.length === 0 ? 'same-person-twice' : null;
    return { ...applicationOf(applicant), changes, messages, withoutMail: reason };
  });
  return {
    included: problems.none ? planned : planned.map((one) => ({ ...one, changes: [] })),
    excluded,
    warnings: context.hasCandidatePages ? planWarnings([...first], ['demo-recipients']) : [],
    problems: problems.list(),
  };
}

/** One mail for each person, and for each address: a second password would void the first. */
function firstOfEach(admitted: Selection): ReadonlySet<Applicant> {
  const seen = new Set<string>();
  return new Set(
    admitted.filter(({ person }) => {
      const names = [person.standsAs, person.email.trim().toLowerCase()];
      const isNew = names.every((name) => !seen.has(name));
      for (const name of names) seen.add(name);
      return isNew;
    }),
  );
}

/** Who is saved already stays what they are. */
function saved(applicant: Applicant, context: PlanContext): readonly Change[] {
  return applicant.status === 'saved' ? [] : [setStatus(seenOf(applicant), 'saved', stampOf(context))];
}

/** It waits until the server knows the message: it makes a password only for one that was filed. */
function filed(message: PlannedMessage, context: PlanContext): readonly Change[] {
  const held = holdForServer({ id: context.newId(), at: context.now, by: context.recruiter.id });
  return [
    createMessage(message),
    { kind: 'event', table: 'message', id: message.id, dossier: message.message.personId, event: held },
  ];
}

function planLogin(applicant: Applicant, input: MailPart, context: PlanContext, problems: Problems): PlannedMessage {
  const values = { ...applicantFields(applicant, context), username: applicant.person.email, password: PASSWORD_TAG };
  const links = { 'my-page-url': [{ label: MY_PAGE_LINK, address: MY_PAGE_LINK }] };
  const text = input.texts[applicant.person.language] ?? NO_TEXT;
  const mail = { applicant, purpose: 'credentials', from: input.from, text, values, links } as const;
  const planned = planMail(mail, context, problems);
  // In an address it is percent-encoded, and would not be found again.
  if (planned.message.html.includes(encodeURIComponent(PASSWORD_TAG)))
    problems.add('password-misplaced', applicant.person.language);
  return planned;
}

/** A mail without the password or the link is of no use; a subject is read over shoulders. */
function checkTexts(admitted: Selection, { from, texts }: MailPart, problems: Problems): void {
  if (!isEmailAddress(from.address)) problems.add('from-invalid');
  for (const language of new Set(admitted.map(({ person }) => person.language))) {
    const { subject, contents } = texts[language] ?? NO_TEXT;
    if (!usesField(contents, 'password') || !usesField(contents, 'my-page-url'))
      problems.add('credentials-missing', language);
    if (templateUses(subject, 'password')) problems.add('password-misplaced', language);
  }
}
