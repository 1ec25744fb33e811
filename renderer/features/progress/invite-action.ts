import { z } from 'zod';
import { slotWarnings } from '../../../shared/domain/calendar-warnings.js';
import { GENERAL_FIELDS, INTERVIEW_FIELDS } from '../../../shared/domain/merge-fields.js';
import { inviteToInterview, type InviteFields } from '../../../shared/domain/progress-actions/invite-to-interview.js';
import type { PlanContext, Selection } from '../../../shared/domain/progress-action.js';
import { hasRight, INVITE_RIGHTS } from '../../../shared/domain/rights.js';
import { stageReached } from '../../../shared/domain/stage-reached.js';
import { MINUTE, wallTimeIn, type Instant } from '../../../shared/lib/time.js';
import { INTERVIEW_KINDS, INTERVIEW_TYPES, type InterviewType } from '../../../shared/records/interview.js';
import { RecruiterIdSchema } from '../../../shared/records/primitives.js';
import { ConfirmLinkOption } from './confirm-link-option.js';
import { InviteForm } from './invite-form.js';
import { InviteLine, InviteRow } from './invite-plan.js';
import type { MailAction } from './mail-action.js';

const Fields: z.ZodType<InviteFields> = z.object({
  type: z.enum(INTERVIEW_TYPES).nullable(),
  kind: z.enum(INTERVIEW_KINDS).nullable(),
  recruiterIds: z.array(RecruiterIdSchema),
  date: z.string(),
  time: z.string(),
  minutes: z.number(),
  place: z.string(),
  arrangement: z.enum(['together', 'in-turn']),
  sendsEmail: z.boolean(),
  confirmLink: z.boolean().nullable(),
});

/** *Invite to interview* (R60–R74). */
export const inviteAction: MailAction<InviteFields> = {
  action: inviteToInterview,
  draft: Fields,
  begin,
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

/** The stage that comes next for all of them, with whoever works here, in the next half hour that is free. */
function begin(selection: Selection, context: PlanContext): InviteFields {
  return {
    type: nextType(selection, context),
    kind: null,
    recruiterIds: [context.recruiter.id],
    ...wallTimeIn(context.organisation.zone, nextFreeSlot(context)),
    minutes: SLOT,
    place: '',
    arrangement: 'in-turn',
    sendsEmail: true,
    confirmLink: null,
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

/** A day of half hours is looked through; who has none free is warned in the plan. */
function nextFreeSlot({ now, interviews, recruiter }: PlanContext): Instant {
  const entries = [...interviews.busy()];
  const step = SLOT * MINUTE;
  const next = Math.ceil((now + 1) / step) * step;
  for (let start = next; start < next + 48 * step; start += step) {
    const wanted = { id: '', startsAt: start, minutes: SLOT, recruiterIds: [recruiter.id] };
    if (slotWarnings(wanted, entries, now).overlaps.length === 0) return start;
  }
  return next;
}
