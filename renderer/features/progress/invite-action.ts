import { z } from 'zod';
import { GENERAL_FIELDS, INTERVIEW_FIELDS } from '../../../shared/domain/merge-fields.js';
import { whoIsInvited } from '../../../shared/domain/progress-actions/invite-group.js';
import { inviteToInterview, type InviteFields } from '../../../shared/domain/progress-actions/invite-to-interview.js';
import { REMINDER_OF_TEMPLATE, type ReminderFields } from '../../../shared/domain/progress-actions/invite-reminder.js';
import type { PlanContext, Selection } from '../../../shared/domain/progress-action.js';
import { hasRight, INVITE_RIGHTS } from '../../../shared/domain/rights.js';
import { stageReached } from '../../../shared/domain/stage-reached.js';
import { MINUTE, wallTimeIn, type Instant } from '../../../shared/lib/time.js';
import { INTERVIEW_KINDS, INTERVIEW_TYPES, type InterviewType } from '../../../shared/records/interview.js';
import { InterviewReminder } from '../../../shared/records/interview-reminder.js';
import { LanguageSchema, RecruiterIdSchema } from '../../../shared/records/primitives.js';
import { ConfirmLinkOption } from './confirm-link-option.js';
import { InviteForm } from './invite-form.js';
import { InviteLine, InviteRow } from './invite-plan.js';
import type { MailAction } from './mail-action.js';

const Texts = InterviewReminder.pick({ subject: true, contents: true, signature: true, sms: true });
/** A draft from before there were reminders has none chosen. */
const Reminder: z.ZodType<ReminderFields> = z
  .object({
    option: InterviewReminder.shape.option.nullable(),
    daysBefore: InterviewReminder.shape.daysBefore.nullable(),
    texts: z.partialRecord(LanguageSchema, Texts),
    withoutSms: z.boolean(),
  })
  .default(REMINDER_OF_TEMPLATE);

const Fields: z.ZodType<InviteFields> = z.object({
  type: z.enum(INTERVIEW_TYPES).nullable(),
  kind: z.enum(INTERVIEW_KINDS).nullable(),
  recruiterIds: z.array(RecruiterIdSchema),
  date: z.string(),
  time: z.string(),
  minutes: z.number(),
  place: z.string(),
  arrangement: z.enum(['together', 'in-turn']),
  // A draft from before there were places has none.
  places: z.number().nullable().default(null),
  group: z.string().nullable().default(null),
  sendsEmail: z.boolean(),
  confirmLink: z.boolean().nullable(),
  reminder: Reminder,
});

/** *Invite to interview* (R60–R74). */
export const inviteAction: MailAction<InviteFields> = {
  action: inviteToInterview,
  draft: Fields,
  begin,
  whoIsIn: (selection, { group }, ticks, { interviews }) =>
    whoIsInvited(selection, ticks, group === null ? null : interviews.group(group)).newcomers,
  Form: InviteForm,
  template: ({ type, sendsEmail }) => (type === null || !sendsEmail ? null : `invite-${type}`),
  mergeFields: [...GENERAL_FIELDS, ...INTERVIEW_FIELDS],
  MailOption: ConfirmLinkOption,
  PlanLine: InviteLine,
  PlanRow: InviteRow,
  words: {
    included: 'interview.willBeInvited',
    commit: 'interview.invite',
    done: 'interview.invited',
    written: 'progress.interviewsWritten',
  },
};

const SLOT = 30;

/** The stage that comes next for all of them, with whoever works here, where all of them are free next within the hours for work. */
function begin(selection: Selection, context: PlanContext): InviteFields {
  return {
    type: nextType(selection, context),
    kind: null,
    recruiterIds: [context.recruiter.id],
    ...wallTimeIn(context.organisation.zone, nextFreeSlot(selection, context)),
    minutes: SLOT,
    place: '',
    arrangement: 'in-turn',
    places: null,
    group: null,
    sendsEmail: true,
    confirmLink: null,
    reminder: REMINDER_OF_TEMPLATE,
  };
}

/** After the stage reached (C30); null where it is not the same for all, or without the right to it (G-9). */
function nextType(selection: Selection, context: PlanContext): InterviewType | null {
  const next = new Set(
    selection.map((one) => {
      const stage = stageReached(one, context.interviewsOf(one.person.id), context.now);
      return stage === 'review' ? 'initial' : (INTERVIEW_TYPES[INTERVIEW_TYPES.indexOf(stage) + 1] ?? 'third');
    }),
  );
  const [type = null] = next;
  const isPermitted = type !== null && hasRight(context.recruiter.rights, INVITE_RIGHTS[type]);
  return next.size === 1 && isPermitted ? type : null;
}

/**
 * Within the hours that are for work, where all who would be invited have their turn; where no day has room for that, the first's.
 * Who is free in none of the next days begins with the next half hour.
 */
function nextFreeSlot(selection: Selection, { now, interviews, recruiter }: PlanContext): Instant {
  const step = SLOT * MINUTE;
  const { newcomers } = whoIsInvited(selection, { unticked: new Set(), tickedIn: new Set() }, null);
  const people = newcomers.map(({ person }) => person.standsAs);
  const free = (ids: typeof people) => interviews.nextFree(recruiter.id, SLOT, ids);
  return free(people) ?? free(people.slice(0, 1)) ?? Math.ceil((now + 1) / step) * step;
}
