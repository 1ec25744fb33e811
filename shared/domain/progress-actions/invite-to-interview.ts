import type { Change } from '../../changes/change-set.js';
import type { Instant } from '../../lib/time.js';
import type { Interview, InterviewType } from '../../records/interview.js';
import type { ApplicationId, InterviewId, Language, RecruiterId } from '../../records/primitives.js';
import type { RichText } from '../../records/rich-text.js';
import { admit } from '../admit.js';
import { alreadyInvited } from '../already-invited.js';
import { slotWarnings } from '../calendar-warnings.js';
import { confirmLinkBox, hasConfirmLink } from '../confirm-link.js';
import { isEmailAddress } from '../email-address.js';
import { planInterviewMail } from '../interview-mail.js';
import { readSlot, slotOf, type TypedSlot } from '../interview-slots.js';
import { createMessage, NO_TEXT, Problems, type MailPart } from '../plan-mail.js';
import { planWarnings } from '../progress-action-warnings.js';
import type { BusyEntry } from '../interview-context.js';
import type {
  Applicant,
  ExclusionReason,
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
import { applicationOf, setStatus, stampOf } from '../status-event.js';
import { templateUses, usesField } from '../rich-text-fields.js';

/** What the page *Invite to interview* asks for (R62, R64, C29). */
export interface InviteFields extends TypedSlot {
  readonly type: InterviewType | null;
  readonly kind: Interview['kind'];
  readonly recruiterIds: readonly RecruiterId[];
  readonly place: string;
  /** Several applicants: one meeting, or slots that follow one another. */
  readonly arrangement: 'together' | 'in-turn';
  /** R64: *Send email*, or *No email*. */
  readonly sendsEmail: boolean;
  /** The tick box of the link; null while nobody touched it (C1). */
  readonly confirmLink: boolean | null;
}

/** R20: an interview for each applicant, the status *Invited*, and the invitation if one is wanted. */
export const inviteToInterview: ProgressAction<InviteFields & MailPart> = { id: 'invite-to-interview', plan };

type Input = InviteFields & MailPart;

/** One applicant with the interview that he or she is to have. */
interface Seat {
  readonly applicant: Applicant;
  readonly id: InterviewId;
  readonly interview: Interview;
  /** Why no invitation goes to this person though the others get one (C33). */
  readonly withoutMail: ExclusionReason | null;
}

function plan(selection: Selection, input: Input, context: PlanContext): Plan {
  const { admitted, excluded } = admit('invite-to-interview', selection, input);
  const { once, twice } = eachPersonOnce(admitted);
  const problems = new Problems();
  if (once.length === 0) problems.add('nobody-left');
  const { startsAt, problems: ofSlot } = readSlot(input, context.organisation.zone, context.now);
  if (input.type === null) problems.add('interview-type-missing');
  else if (!hasRight(context.recruiter.rights, INVITE_RIGHTS[input.type])) problems.add('interview-type-refused');
  if (input.recruiterIds.length === 0) problems.add('interview-recruiters-missing');
  for (const problem of ofSlot) problems.add(problem);
  if (isPlaceMissing(input)) problems.add('interview-place-missing');
  const seats = startsAt === null ? [] : seatsOf(once, startsAt, input, context);
  const mails = mailsOf(seats, input, context, problems);
  const included = seats.map((seat): PlannedChange => {
    const message = mails.get(seat.applicant.applicationId) ?? null;
    return {
      applicationId: seat.applicant.applicationId,
      personId: seat.applicant.person.id,
      changes: problems.none ? changesOf(seat, message, context) : [],
      messages: message === null ? [] : [message],
      withoutMail: seat.withoutMail,
      interview: seat.interview,
    };
  });
  return {
    included,
    excluded: [...excluded, ...twice],
    warnings: warningsOf(seats, input, context),
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

/** Nobody sits in two interviews at once, whatever they applied for. */
function eachPersonOnce(admitted: Selection) {
  const seen = new Set<string>();
  const once: Applicant[] = [];
  const twice: Plan['excluded'][number][] = [];
  for (const applicant of admitted) {
    const { applicationId, person } = applicant;
    if (seen.has(person.standsAs)) twice.push({ applicationId, reason: 'same-person-twice' });
    else once.push(applicant);
    seen.add(person.standsAs);
  }
  return { once, twice };
}

function seatsOf(people: Selection, start: Instant, input: Input, context: PlanContext): readonly Seat[] {
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
      meetingId: draw(arrangement === 'together' ? 'meeting' : `meeting ${applicationId}`).slice(0, 32),
      type: input.type ?? 'initial', // without a type nothing is planned: the problem stands above
      kind,
      recruiterIds: [...recruiterIds],
      startsAt: slotOf(start, minutes, at, arrangement),
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
): ReadonlyMap<ApplicationId, PlannedMessage> {
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
      return [applicant.applicationId, planInterviewMail(mail, context, problems)];
    }),
  );
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
  message: PlannedMessage | null,
  context: PlanContext,
): readonly Change[] {
  return [
    { kind: 'create', table: 'interview', id, dossier: applicant.person.id, fields: interview },
    setStatus(applicationOf(applicant), 'invited', stampOf(context), { interviewType: interview.type }),
    ...(message === null ? [] : [createMessage(message)]),
  ];
}

function warningsOf(seats: readonly Seat[], input: Input, context: PlanContext): readonly PlanWarning[] {
  const invited = seats.filter(isInvited);
  const box = confirmLinkBox({ ...input, chosen: input.confirmLink, variants: variantsOf(seats, input) });
  const entries = [...context.interviews.busy()];
  const busy = seats.flatMap((seat) => {
    const { overlaps } = slotWarnings({ ...seat.interview, id: seat.id }, entries, context.now);
    return overlaps.length === 0 ? [] : [{ seat, entry: overlaps[0] }];
  });
  const isElsewhere = ({ applicant, id, interview }: Seat) =>
    entries.some(
      (entry) =>
        entry.personId === applicant.person.standsAs &&
        slotWarnings({ ...interview, id, recruiterIds: entry.recruiterIds }, [entry], context.now).overlaps.length > 0,
    );
  return [
    ...planWarnings(applicantsOf(invited), ['demo-recipients']),
    ...planWarnings(applicantsOf(seats), ['no-consent']),
    ...warning(
      'cannot-answer',
      box.ticked ? [] : invited.filter(({ applicant }) => !hasConfirmLink(textFor(applicant, input).contents)),
    ),
    ...warning(
      'recruiter-busy',
      busy.map(({ seat }) => seat),
    ).map((one) => ({ ...one, ...clashOf(busy[0]) })),
    ...warning('candidate-busy', seats.filter(isElsewhere)),
    ...alreadyInvited(applicantsOf(seats), context),
  ];
}

/** Who is busy, and since when. */
function clashOf(
  first: { readonly seat: Seat; readonly entry: BusyEntry | undefined } | undefined,
): Pick<PlanWarning, 'clash'> {
  const recruiterId = first?.entry?.recruiterIds.find((id) => first.seat.interview.recruiterIds.includes(id));
  return recruiterId === undefined || first?.entry === undefined
    ? {}
    : { clash: { recruiterId, startsAt: first.entry.startsAt } };
}

function applicantsOf(seats: readonly Seat[]): Selection {
  return seats.map(({ applicant }) => applicant);
}

function warning(code: PlanWarningCode, seats: readonly Seat[]): readonly PlanWarning[] {
  if (seats.length === 0) return [];
  return [{ code, applicationIds: applicantsOf(seats).map(({ applicationId }) => applicationId) }];
}
