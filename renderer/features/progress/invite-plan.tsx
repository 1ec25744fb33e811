import { useTranslation } from 'react-i18next';
import { readSlot } from '../../../shared/domain/interview-slots.js';
import type { InviteFields } from '../../../shared/domain/progress-actions/invite-to-interview.js';
import { useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { INTERVIEW_WORDS } from '../../../shared/i18n/interview-words.js';
import { STAGE_WORDS } from '../../ui/stage-words.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import type { PlanLineProps, PlanRowProps } from './mail-action.js';

/** What they are invited to: the type, when and how long, where, and how several of them meet. */
export function InviteLine({ fields, plan }: PlanLineProps<InviteFields>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const { type, kind, minutes, arrangement, sendsEmail } = fields;
  const { startsAt } = readSlot(fields, formats.zone, session.now());
  const places = plan.included[0]?.interview?.places ?? null;
  const place = fields.place.trim() === '' && kind === 'telephone' ? t('interview.kindTelephone') : fields.place.trim();
  const parts = [
    type === null ? '' : t(INTERVIEW_WORDS[type]),
    startsAt === null ? '' : `${formats.longDate(startsAt)}, ${formats.time(startsAt)}, ${formats.minutes(minutes)}`,
    place,
    fields.group === null ? '' : t('interview.joined'),
    fields.group !== null || plan.included.length < 2
      ? ''
      : t(arrangement === 'together' ? 'interview.together' : 'interview.inTurn'),
    fields.group === null && places !== null ? `${t('interview.places')}: ${formats.number(places)}` : '',
    sendsEmail ? '' : t('interview.noEmail'),
    reminderWords(),
  ];
  return parts.filter((part) => part !== '').join(' · ');

  /** R65, C4: when the first one leaves, with the invitation or without one. */
  function reminderWords(): string {
    const reminders = plan.included.flatMap(({ messages }) =>
      messages.filter((one) => one.message.purpose === 'reminder'),
    );
    const leaves = Math.min(...reminders.map(({ message }) => message.holdUntil));
    if (reminders.length === 0) return '';
    const isNow = plan.warnings.some(({ code }) => code === 'reminder-at-once');
    return isNow ? t('interview.reminderNow') : t('interview.reminderAt', { when: formats.dateTime(leaves) });
  }
}

/** The own time of somebody who meets in turn, the status before and after, and that nobody writes to this person. */
export function InviteRow({ applicant, planned: { interview }, plan }: PlanRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (interview === undefined) return null;
  const { startsAt, type, invitation } = interview;
  const first = plan.included[0]?.interview?.startsAt ?? startsAt;
  const isInTurn = plan.included.some((other) => other.interview?.startsAt !== first);
  const when = formats.date(first) === formats.date(startsAt) ? formats.time(startsAt) : formats.dateTime(startsAt);
  const before = t(STATUS_LOOKS[applicant.status].word);
  return [
    ...(isInTurn ? [when] : []),
    `${before} → ${t('common.statusInvited')}`,
    t(STAGE_WORDS[type]),
    ...(invitation === 'none' ? [t('interview.bookedWithoutEmail')] : []),
  ].join(' · ');
}
