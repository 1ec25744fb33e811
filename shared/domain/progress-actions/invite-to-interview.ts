import type { Change } from '../../changes/change-set.js';
import type { Instant } from '../../lib/time.js';
import type { Interview, InterviewType } from '../../records/interview.js';
import type { ApplicationId, InterviewId, Language, RecruiterId } from '../../records/primitives.js';
import type { RichText } from '../../records/rich-text.js';
import { alreadyInvited } from '../already-invited.js';
import { slotWarnings, type Busy, type Overlap } from '../calendar-warnings.js';
import { confirmLinkBox, hasConfirmLink } from '../confirm-link.js';
import { isEmailAddress } from '../email-address.js';
import { planInterviewMail } from '../interview-mail.js';
import type { KnownGroup } from '../interview-context.js';
import { slotOf, type TypedSlot } from '../interview-slots.js';
import { createMessage, NO_TEXT, Problems, type MailPart } from '../plan-mail.js';
import { planWarnings } from '../progress-action-warnings.js';
import { arrange, checkPlaces, isGroupMeeting, whoIsInvited, type GroupFields } from './invite-group.js';
import type { ReminderFields } from './invite-reminder.js';
import { planReminders, type Seat } from './plan-reminders-of-seats.js';
import type {
  Applicant,
  Plan,
  PlanContext,
  PlannedChange,
  PlannedMessage,
  PlanWarning,
  PlanWarningCode,
  ProgressAction,
  Selection,
} from '../progress-action.js';
import { withoutMail } from '../recipients.js';
import { hasRight, INVITE_RIGHTS } from '../rights.js';
import { seenOf, setStatus, stampOf } from '../status-event.js';
import { templateUses, usesField } from '../rich-text-fields.js';

/** What the page *Invite to interview* asks for (R62, R64, C29). */
export interface InviteFields extends TypedSlot, GroupFields {
  readonly type: InterviewType | null;
  readonly recruiterIds: readonly RecruiterId[];
  readonly place: string;
  /** R64: *Send email*, or *No email*. */
  readonly sendsEmail: boolean;
  /** The tick box of the link; null while nobody touched it (C1). */
  readonly confirmLink: boolean | null;
  /** R75: set on the same page. */
  readonly reminder: ReminderFields;
}

/** R20: an interview for each applicant, the status *Invited*, and the invitation and the reminder if they are wanted. */
export const inviteToInterview: ProgressAction<InviteFields & MailPart> = { id: 'invite-to-interview', plan };

type Input = InviteFields & MailPart;

function plan(selection: Selection, typed: Input, context: PlanContext): Plan {
  const { input, group, startsAt, problems: ofSlot } = arrange(typed, context);
  const { newcomers, excluded } = whoIsInvited(selection, input, group);
  const problems = new Problems();
  if (newcomers.length === 0) problems.add('nobody-left');
  if (input.type === null) problems.add('interview-type-missing');
  else if (!hasRight(context.recruiter.rights, INVITE_RIGHTS[input.type])) problems.add('interview-type-refused');
  if (input.recruiterIds.length === 0) problems.add('interview-recruiters-missing');
  for (const problem of ofSlot) problems.add(problem);
  if (isPlaceMissing(input)) problems.add('interview-place-missing');
  checkPlaces(newcomers, input, group, problems);
  const seats = startsAt === null ? [] : seatsOf(newcomers, { startsAt, input, group }, context);
  const mails = mailsOf(seats, input, context, problems);
  const reminders = planReminders(seats, input, context, problems);
  const included = seats.map((seat): PlannedChange => {
    const { applicationId } = seat.applicant;
    const messages = [...(mails.get(applicationId) ?? []), ...(reminders.messages.get(applicationId) ?? [])];
    return {
      applicationId,
      personId: seat.applicant.person.id,
      changes: problems.none ? changesOf(seat, messages, context) : [],
      messages,
      withoutMail: seat.withoutMail,
      interview: seat.interview,
    };
  });
  return {
    included,
    excluded,
    warnings: [
      ...planWarnings(writtenTo(included, newcomers), ['demo-recipients']),
      ...warningsOf(seats, { input, group }, context),
      ...reminders.warnings,
    ],
    problems: problems.list(),
  };
}

/** A mail that speaks of the place, and none is given; on the telephone nobody needs one. */
function isPlaceMissing({ sendsEmail, texts, place, kind }: Input): boolean {
  if (!sendsEmail || place.trim() !== '' || kind === 'telephone') return false;
  return Object.values(texts).some(
    ({ subject, contents }) => templateUses(subject, 'address') || usesField(contents, 'address'),
  );
}

interface Arrangement {
  readonly input: Input;
  readonly group: KnownGroup | null;
}

function seatsOf(
  people: Selection,
  { startsAt, input, group }: Arrangement & { readonly startsAt: Instant },
  context: PlanContext,
): readonly Seat[] {
  const { draw } = context.interviews;
  const written = new Set(Object.keys(input.texts) as Language[]);
  const { kind, recruiterIds, minutes, place, arrangement, sendsEmail } = input;
  return people.map((applicant, at) => {
    const { applicationId, vacancyId, person } = applicant;
    const reason = sendsEmail ? withoutMail(applicant, written) : null;
    const interview: Interview = {
      personId: person.id,
      applicationId,
      vacancyId,
      meetingId:
        group?.meetingId ?? draw(arrangement === 'together' ? 'meeting' : `meeting ${applicationId}`).slice(0, 32),
      type: input.type ?? 'initial', // without a type nothing is planned: the problem stands above
      kind,
      places: isGroupMeeting(input) || group !== null ? input.places : null,
      recruiterIds: [...recruiterIds],
      startsAt: slotOf(startsAt, minutes, at, arrangement),
      minutes,
      place: place.trim(),
      invitation: sendsEmail && reason === null ? 'email' : 'none',
      sequence: 0,
      answerKey: draw(`answer key ${applicationId}`),
    };
    const id = draw(`interview ${applicationId}`).slice(0, 32) as InterviewId;
    return { applicant, id, interview, withoutMail: reason };
  });
}

function mailsOf(
  seats: readonly Seat[],
  input: Input,
  context: PlanContext,
  problems: Problems,
): ReadonlyMap<ApplicationId, readonly PlannedMessage[]> {
  if (input.sendsEmail && !isEmailAddress(input.from.address)) problems.add('from-invalid');
  const ticked = confirmLinkBox({ ...input, chosen: input.confirmLink, variants: variantsOf(seats, input) }).ticked;
  return new Map(
    seats.filter(isInvited).map(({ applicant, id, interview }) => {
      const written = { ...textFor(applicant, input), confirmLink: ticked };
      const mail = {
        applicant,
        interview: { ...interview, id },
        purpose: 'invitation',
        from: input.from,
        written,
      } as const;
      return [applicant.applicationId, [planInterviewMail(mail, context, problems)]];
    }),
  );
}

/** By an invitation, a reminder, or both. */
function writtenTo(included: readonly PlannedChange[], people: Selection): Selection {
  const ids = new Set(included.flatMap(({ messages, applicationId }) => (messages.length > 0 ? [applicationId] : [])));
  return people.filter(({ applicationId }) => ids.has(applicationId));
}

function isInvited({ interview }: Seat): boolean {
  return interview.invitation === 'email';
}

function textFor({ person }: Applicant, { texts }: Input) {
  return texts[person.language] ?? NO_TEXT;
}

/** C1: the languages of those who really get one; several people of one language are one variant. */
function variantsOf(seats: readonly Seat[], input: Input): readonly RichText[] {
  return [...new Set(seats.filter(isInvited).map(({ applicant }) => textFor(applicant, input).contents))];
}

function changesOf(
  { applicant, id, interview }: Seat,
  messages: readonly PlannedMessage[],
  context: PlanContext,
): readonly Change[] {
  return [
    { kind: 'create', table: 'interview', id, dossier: applicant.person.id, fields: interview },
    setStatus(seenOf(applicant), 'invited', stampOf(context), { interviewType: interview.type }),
    ...messages.map(createMessage),
  ];
}

function warningsOf(
  seats: readonly Seat[],
  { input, group }: Arrangement,
  context: PlanContext,
): readonly PlanWarning[] {
  const invited = seats.filter(isInvited);
  const box = confirmLinkBox({ ...input, chosen: input.confirmLink, variants: variantsOf(seats, input) });
  const taken = overlapsOf(seats, group, context);
  return [
    ...planWarnings(applicantsOf(seats), ['no-consent']),
    ...warning(
      'cannot-answer',
      box.ticked ? [] : invited.filter(({ applicant }) => !hasConfirmLink(textFor(applicant, input).contents)),
    ),
    ...busyWarnings(taken),
    ...alreadyInvited(applicantsOf(seats), context),
  ];
}

interface TakenSeat {
  readonly seat: Seat;
  readonly overlap: Overlap<Busy>;
}

/** What stands in the calendars at the time of each seat. */
function overlapsOf(
  seats: readonly Seat[],
  group: KnownGroup | null,
  { interviews, now }: PlanContext,
): readonly TakenSeat[] {
  const entries = [...interviews.busy(group?.meetingId)];
  return seats.flatMap((seat) => {
    const { applicant, id, interview } = seat;
    const wanted = {
      ...interview,
      id,
      personIds: [applicant.person.standsAs],
      room: interviews.roomOf(interview.place),
    };
    return slotWarnings(wanted, entries, now).overlaps.map((overlap) => ({ seat, overlap }));
  });
}

/** Who is busy, and since when; which candidates are elsewhere; and who would meet in a room that is taken. */
function busyWarnings(taken: readonly TakenSeat[]): readonly PlanWarning[] {
  const seatsWhere = (isMeant: (overlap: Overlap<Busy>) => boolean) => [
    ...new Set(taken.filter(({ overlap }) => isMeant(overlap)).map(({ seat }) => seat)),
  ];
  const first = taken.find(({ overlap }) => overlap.recruiterIds.length > 0)?.overlap;
  const [recruiterId] = first?.recruiterIds ?? [];
  const clash =
    first === undefined || recruiterId === undefined ? {} : { clash: { recruiterId, startsAt: first.entry.startsAt } };
  return [
    ...warning(
      'recruiter-busy',
      seatsWhere(({ recruiterIds }) => recruiterIds.length > 0),
    ).map((one) => ({ ...one, ...clash })),
    ...warning(
      'candidate-busy',
      seatsWhere(({ personIds }) => personIds.length > 0),
    ),
    ...warning(
      'room-busy',
      seatsWhere(({ room }) => room !== null),
    ),
  ];
}

function applicantsOf(seats: readonly Seat[]): Selection {
  return seats.map(({ applicant }) => applicant);
}

function warning(code: PlanWarningCode, seats: readonly Seat[]): readonly PlanWarning[] {
  if (seats.length === 0) return [];
  return [{ code, applicationIds: applicantsOf(seats).map(({ applicationId }) => applicationId) }];
}
