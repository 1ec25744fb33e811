import {
  IconCalendarCheck,
  IconCalendarEvent,
  IconCalendarX,
  IconFilePlus,
  IconFileText,
  IconFlag,
  IconListNumbers,
  IconMailForward,
  IconMailShare,
  IconNote,
  IconRefresh,
  IconShieldCheck,
  IconStar,
  IconStarOff,
  IconUsersGroup,
  IconUserPlus,
  IconUserSearch,
  IconInbox,
  IconMail,
  IconMailbox,
  IconMapPin,
  type Icon,
} from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { durationWords } from '../../../shared/domain/interview-mail.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { Roster } from '../../data/roster/rows.js';
import { useStepName } from '../../data/use-own-steps.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { INTERVIEW_WORDS } from '../../ui/interview-words.js';
import { LETTER_STATE_WORDS } from '../../ui/letter-state-label.js';
import { MESSAGE_STATE_WORDS } from '../../ui/message-state-label.js';
import { REFERENCE_WORDS } from '../../ui/reference-words.js';
import { STAGE_WORDS } from '../../ui/stage-words.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import type { Activity } from './activities.js';
import { PURPOSE_WORDS } from './consent-words.js';
import { PanelMails } from './panel-mail.js';

const ICONS = {
  captured: IconUserPlus,
  applied: IconInbox,
  consent: IconShieldCheck,
  note: IconNote,
  rating: IconStar,
  ranking: IconListNumbers,
  'own-step': IconFlag,
  'reference-check': IconUserSearch,
  status: IconRefresh,
  answer: IconCalendarCheck,
  move: IconCalendarEvent,
  cancellation: IconCalendarX,
  employment: IconFileText,
  'panel-request': IconUsersGroup,
  'panel-rating': IconStar,
  'panel-rating-withdrawal': IconStarOff,
  document: IconFilePlus,
  address: IconMapPin,
  letter: IconMailbox,
  queued: IconMailShare,
  forwarded: IconMailForward,
  delivery: IconMail,
} as const satisfies Record<Activity['kind'], Icon>;

interface ActivityLineProps {
  readonly activity: Activity;
  /** With who did it, the whole text and the full date; else as short as it can be said. */
  readonly full?: boolean;
}

/** One thing that happened, in words. */
export function ActivityLine({ activity, full = false }: ActivityLineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const who = useRecruiterName(activity.by);
  const Glyph = ICONS[activity.kind];
  const isToday = dateIn(formats.zone, activity.at) === dateIn(formats.zone, session.now());
  const shortTime = isToday ? formats.time(activity.at) : formats.shortDate(activity.at);
  return (
    <li>
      <Glyph {...icon} />
      <div data-short={!full || undefined}>
        <ActivityWords activity={activity} />
        {full && activity.kind === 'panel-request' ? <PanelMails {...activity} /> : null}
        {full && who !== null ? <small>{t('dossier.by', { name: who })}</small> : null}
      </div>
      <time dateTime={new Date(activity.at).toISOString()}>{full ? formats.dateTime(activity.at) : shortTime}</time>
    </li>
  );
}

function ActivityWords({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const formats = useFormats();
  switch (activity.kind) {
    case 'captured':
      return <CapturedWords activity={activity} />;
    case 'applied':
      return <AppliedWords activity={activity} />;
    case 'consent': {
      if (!activity.given)
        return t('dossier.activityConsentWithdrawn', { purpose: t(PURPOSE_WORDS[activity.purpose]) });
      const date = activity.until === null ? '–' : formats.calendarDate(activity.until);
      return activity.purpose === 'this-fair'
        ? t('dossier.activityConsent', { date })
        : t('dossier.activityConsentDatabase', { date });
    }
    case 'note':
      return activity.text;
    case 'rating':
      return t('dossier.activityRating', { value: activity.value });
    case 'ranking':
      return t('dossier.activityRanking', { value: activity.value ?? t('common.rankingNone') });
    case 'own-step':
      return <OwnStepWords stepId={activity.stepId} />;
    case 'reference-check':
      return t('dossier.activityReference', { value: t(REFERENCE_WORDS[activity.value ?? 'none']) });
    case 'status':
      return <StatusWords activity={activity} />;
    case 'employment': {
      const date = activity.startDate === null ? '–' : formats.calendarDate(activity.startDate);
      return t('dossier.activityEmployment', { position: activity.position, date });
    }
    case 'answer':
      return t('interview.activityAnswer', {
        before: activity.before === null ? t('interview.noInvitation') : t(ANSWER_LOOKS[activity.before].word),
        answer: t(ANSWER_LOOKS[activity.answer].word),
      });
    case 'move':
      return <MoveWords activity={activity} />;
    case 'cancellation':
      return t('interview.activityCancelled', {
        type: t(INTERVIEW_WORDS[activity.type]),
        when: formats.dateTime(activity.startsAt),
      });
    case 'panel-request':
    case 'panel-rating':
    case 'panel-rating-withdrawal':
      return <PanelWords activity={activity} />;
    case 'document':
      return t('dossier.activityDocument', { name: activity.name });
    case 'address':
      return t(activity.known ? 'dossier.activityAddress' : 'dossier.activityAddressGone');
    case 'letter':
      return activity.state === 'written'
        ? t('dossier.activityLetter', { subject: activity.subject })
        : t('dossier.activityLetterState', { state: t(LETTER_STATE_WORDS[activity.state]), subject: activity.subject });
    case 'queued':
      return t('dossier.activityQueued', { subject: activity.subject });
    case 'forwarded':
      return t('dossier.activityForwarded', { to: activity.to, subject: activity.subject });
    case 'delivery':
      return t('dossier.activityDelivery', {
        state: t(MESSAGE_STATE_WORDS[activity.state]),
        subject: activity.subject,
      });
  }
}

/** G-5: the request with who has completed it, and what its reviewers say. */
function PanelWords({
  activity,
}: {
  readonly activity: Extract<Activity, { kind: 'panel-request' | 'panel-rating' | 'panel-rating-withdrawal' }>;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (activity.kind === 'panel-request') {
    const names = activity.reviewers.map(
      ({ name, completed }) => `${name} (${t(completed ? 'panel.yes' : 'panel.pending')})`,
    );
    return t('panel.activityRequested', { names: formats.list(names) });
  }
  const name = activity.reviewer ?? t('panel.reviewerGone');
  if (activity.kind === 'panel-rating-withdrawal') return t('panel.activityTakenBack', { name });
  if (activity.value === null) return t('panel.activityReviewed', { name });
  return t('panel.activityRated', { name, value: activity.value });
}

/** From where to where, of what is different. */
function MoveWords({ activity: { type, from, to } }: { readonly activity: Extract<Activity, { kind: 'move' }> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const pairs = [
    [formats.dateTime(from.startsAt), formats.dateTime(to.startsAt)],
    [durationWords(formats.language, from.minutes), durationWords(formats.language, to.minutes)],
    [from.place, to.place],
  ];
  const changes = pairs
    .filter(([before, after]) => before !== after)
    .map((pair) => pair.map((side) => (side === '' ? '–' : side)).join(' → '))
    .join(' · ');
  return t('interview.activityChanged', { type: t(INTERVIEW_WORDS[type]), changes });
}

/** R57: a rejection with its stage and its reason, which stays readable when it is no longer offered (C21). */
function StatusWords({
  activity: { to, stage, reasonId },
}: {
  readonly activity: Extract<Activity, { kind: 'status' }>;
}) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const find = useCallback(
    (roster: Roster) => roster.organisation?.rejectionReasons.find(({ id }) => id === reasonId)?.names[language],
    [reasonId, language],
  );
  const reason = useRoster(find) ?? t('dossier.reasonGone');
  const word = t(STATUS_LOOKS[to].word);
  const status = stage === null ? word : `${word} · ${t(STAGE_WORDS[stage])}`;
  if (reasonId === null) return t('dossier.activityStatus', { status });
  return t('dossier.activityRejected', { status, reason });
}

/** G-8: as the step is called now, also when it is no longer offered. */
function OwnStepWords({ stepId }: { readonly stepId: string }) {
  const { t } = useTranslation();
  const name = useStepName(stepId, useFormats().language);
  return name ?? t('dossier.stepGone');
}

function CapturedWords({ activity: { fairId } }: { readonly activity: Extract<Activity, { kind: 'captured' }> }) {
  const { t } = useTranslation();
  const find = useCallback(
    (roster: Roster) => (fairId === null ? null : (roster.fairs.get(fairId)?.name ?? null)),
    [fairId],
  );
  const fair = useRoster(find);
  return fair === null ? t('dossier.activityCaptured') : t('dossier.activityCapturedAt', { fair });
}

function AppliedWords({ activity: { vacancyId } }: { readonly activity: Extract<Activity, { kind: 'applied' }> }) {
  const { t } = useTranslation();
  const find = useCallback((roster: Roster) => roster.vacancies.get(vacancyId)?.title ?? null, [vacancyId]);
  const vacancy = useRoster(find) ?? t('dossier.vacancyGone');
  return t('dossier.activityApplied', { vacancy });
}

function useRecruiterName(by: Activity['by']): string | null {
  const find = useCallback((roster: Roster) => (by === null ? null : (roster.recruiters.get(by)?.name ?? null)), [by]);
  return useRoster(find);
}
