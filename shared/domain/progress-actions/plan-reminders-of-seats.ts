import { invariant } from '../../lib/assert.js';
import type { Interview, InterviewType } from '../../records/interview.js';
import type { ApplicationId, InterviewId } from '../../records/primitives.js';
import { isEmailAddress } from '../email-address.js';
import { reminderMail } from '../interview-reminder.js';
import { Problems, type MailPart } from '../plan-mail.js';
import { mobileOf, planReminder, type ReminderWords } from '../plan-reminders.js';
import type {
  Applicant,
  ExclusionReason,
  PlanContext,
  PlannedMessage,
  PlanProblem,
  PlanWarning,
  PlanWarningCode,
} from '../progress-action.js';
import { fittingDays, reminderLeaves, remindsByEmail, remindsBySms } from '../reminders.js';
import { templateUses, usesField } from '../rich-text-fields.js';
import { shownReminder, type ReminderFields, type ShownReminder } from './invite-reminder.js';

/** One applicant with the interview that he or she is to have. */
export interface Seat {
  readonly applicant: Applicant;
  readonly id: InterviewId;
  readonly interview: Interview;
  /** Why no invitation goes to this person though the others get one (C33). */
  readonly withoutMail: ExclusionReason | null;
}

interface Input extends Pick<MailPart, 'from'> {
  readonly type: InterviewType | null;
  readonly reminder: ReminderFields;
  readonly sendsEmail: boolean;
}

export interface PlannedReminders {
  readonly messages: ReadonlyMap<ApplicationId, readonly PlannedMessage[]>;
  readonly warnings: readonly PlanWarning[];
}

/** Who is reminded by what. */
interface Reached {
  readonly byEmail: readonly Seat[];
  readonly bySms: readonly Seat[];
  /** R84 */
  readonly noMobile: readonly Seat[];
  /** C33: without an invitation nobody has named them yet. */
  readonly noEmail: readonly Seat[];
}

/** R75–R84: the reminder of each interview; what is wrong with it is added to `problems`. */
export function planReminders(
  seats: readonly Seat[],
  input: Input,
  context: PlanContext,
  problems: Problems,
): PlannedReminders {
  const people = seats.map(({ applicant }) => applicant);
  const first = seats.length === 0 ? null : Math.min(...seats.map(({ interview }) => interview.startsAt));
  const shown = shownReminder(people, input, first, context);
  if (shown.option === 'none' || shown.slot === null) return { messages: new Map(), warnings: [] };
  const reached = whoIsReached(seats, shown, input, context);
  checkChoice(shown, input, reached, problems);
  const ofMail = new Problems();
  const write = (seat: Seat, channel: ReminderWords['channel']): PlannedMessage =>
    writeReminder(seat, channel, { shown, input, context, problems: channel === 'email' ? ofMail : problems });
  const messages = seats.map((seat): [ApplicationId, readonly PlannedMessage[]] => [
    seat.applicant.applicationId,
    [
      ...(reached.byEmail.includes(seat) ? [write(seat, 'email')] : []),
      ...(reached.bySms.includes(seat) ? [write(seat, 'sms')] : []),
    ],
  ]);
  for (const problem of ofMail.list()) addMailProblem(problem, problems);
  return { messages: new Map(messages), warnings: warningsOf(shown, reached) };
}

function whoIsReached(
  seats: readonly Seat[],
  { option }: ShownReminder,
  { sendsEmail }: Input,
  context: PlanContext,
): Reached {
  const [email, sms] = [remindsByEmail(option), remindsBySms(option)];
  const isReadable = ({ applicant, withoutMail }: Seat): boolean =>
    sendsEmail ? withoutMail === null : isEmailAddress(applicant.person.email);
  const hasMobile = ({ applicant }: Seat): boolean => mobileOf(applicant, context) !== null;
  return {
    byEmail: email ? seats.filter(isReadable) : [],
    noEmail: email && !sendsEmail ? seats.filter((seat) => !isReadable(seat)) : [],
    bySms: sms ? seats.filter(hasMobile) : [],
    noMobile: sms ? seats.filter((seat) => !hasMobile(seat)) : [],
  };
}

/** R81, C5, C6, R77: what somebody chose and cannot be done. */
function checkChoice(shown: ShownReminder, input: Input, reached: Reached, problems: Problems): void {
  const { slot, option, daysBefore, sms } = shown;
  invariant(slot !== null, 'an interview has its time');
  const possible = fittingDays(slot);
  const largest = possible.at(-1);
  if (largest === undefined) problems.add('reminder-impossible');
  else if (!possible.includes(daysBefore)) problems.add('reminder-days-refused', null, largest.toString());
  if (remindsBySms(option) && !sms) problems.add('reminder-sms-refused');
  if (option === 'sms' && !input.reminder.withoutSms) {
    for (const { applicant } of reached.noMobile) {
      problems.add('reminder-numbers-missing', null, null, applicant.applicationId);
    }
  }
  // With an invitation it is the same sender, and said there.
  const isSenderAsked = !input.sendsEmail && reached.byEmail.length > 0;
  if (isSenderAsked && !isEmailAddress(input.from.address)) problems.add('reminder-sender-missing');
  const written = [...reached.byEmail, ...reached.bySms];
  if (written.some((seat) => isPlaceMissing(seat, shown))) problems.add('interview-place-missing');
}

/** The reminder speaks of the place, and none is given; on the telephone nobody needs one. */
function isPlaceMissing({ applicant, interview: { place, kind } }: Seat, { option, texts }: ShownReminder): boolean {
  const text = texts.get(applicant.person.language);
  if (place !== '' || kind === 'telephone' || text === undefined) return false;
  const inMail = templateUses(text.subject, 'address') || usesField(reminderMail(text).contents, 'address');
  return (remindsByEmail(option) && inMail) || (remindsBySms(option) && templateUses(text.sms, 'address'));
}

interface Writing {
  readonly shown: ShownReminder;
  readonly input: Input;
  readonly context: PlanContext;
  readonly problems: Problems;
}

function writeReminder(
  { applicant, id, interview }: Seat,
  channel: ReminderWords['channel'],
  { shown, input, context, problems }: Writing,
): PlannedMessage {
  const { slot, daysBefore, texts } = shown;
  const text = texts.get(applicant.person.language);
  invariant(slot !== null && text !== undefined, 'a reminder is written in each language, for a time');
  const leavesAt = reminderLeaves({ ...slot, startsAt: interview.startsAt }, daysBefore).at;
  const words: ReminderWords = channel === 'email' ? { channel, ...reminderMail(text) } : { channel, text: text.sms };
  const said = { ...interview, id };
  return planReminder({ applicant, interview: said, from: input.from, daysBefore, words, leavesAt }, context, problems);
}

const OF_REMINDER: Partial<Record<PlanProblem['code'], PlanProblem['code']>> = {
  'subject-blank': 'reminder-subject-blank',
  'contents-blank': 'reminder-contents-blank',
  'field-unknown': 'reminder-field-unknown',
  'field-unfilled': 'reminder-field-unfilled',
  'field-misplaced': 'reminder-field-misplaced',
};

/** Said of the reminder's own fields, as the invitation's have the same names. */
function addMailProblem({ code, language, field, applicationIds }: PlanProblem, problems: Problems): void {
  const own = OF_REMINDER[code] ?? code;
  if (applicationIds.length === 0) problems.add(own, language, field);
  for (const id of applicationIds) problems.add(own, language, field, id);
}

function warningsOf(
  { slot, daysBefore }: ShownReminder,
  { byEmail, bySms, noMobile, noEmail }: Reached,
): readonly PlanWarning[] {
  const isAtOnce = ({ interview: { startsAt } }: Seat): boolean =>
    slot !== null && reminderLeaves({ ...slot, startsAt }, daysBefore).atOnce;
  const reminded = [...new Set([...byEmail, ...bySms])];
  return [
    ...warning('reminder-no-mobile', noMobile),
    ...warning('reminder-no-email', noEmail),
    ...warning('reminder-at-once', reminded.filter(isAtOnce)),
  ];
}

function warning(code: PlanWarningCode, seats: readonly Seat[]): readonly PlanWarning[] {
  const applicationIds = seats.map(({ applicant }) => applicant.applicationId);
  return applicationIds.length === 0 ? [] : [{ code, applicationIds }];
}
