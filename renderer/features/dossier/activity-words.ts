import { durationWords } from '../../../shared/domain/interview-mail.js';
import { stepName } from '../../../shared/domain/own-steps.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import type { Formats } from '../../ui/formats.js';
import { INTERVIEW_WORDS } from '../../../shared/i18n/interview-words.js';
import { originWords } from '../../ui/origin-words.js';
import { LETTER_STATE_WORDS } from '../../ui/letter-state-label.js';
import { MESSAGE_STATE_WORDS } from '../../ui/message-state-label.js';
import { messageBeginning, messageTitle } from '../../ui/message-title.js';
import { REFERENCE_WORDS } from '../../ui/reference-words.js';
import { STAGE_WORDS } from '../../ui/stage-words.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import type { Activity } from './activities.js';
import type { Wording } from './activity-wording.js';
import { PURPOSE_WORDS } from './consent-words.js';
import { keepingWords } from './keeping-words.js';
import { mergeWords } from './merge-words.js';

type Of<Kind extends Activity['kind']> = Extract<Activity, { kind: Kind }>;

/** One thing that happened, in words, without when and by whom. */
export function activityWords(activity: Activity, wording: Wording): string {
  const { t, formats, roster } = wording;
  switch (activity.kind) {
    case 'captured': {
      const fair = activity.fairId === null ? undefined : roster.fairs.get(activity.fairId)?.name;
      return fair === undefined ? t('dossier.activityCaptured') : t('dossier.activityCapturedAt', { fair });
    }
    case 'applied': {
      const vacancy = roster.vacancies.get(activity.vacancyId)?.title ?? t('dossier.vacancyGone');
      return t('dossier.activityApplied', { vacancy });
    }
    case 'consent':
      return consentWords(activity, wording);
    case 'merged':
    case 'separated':
    case 'not-same':
    case 'replaced':
      return mergeWords(activity, wording);
    case 'erasure-asked':
      return t('dossier.activityErasureAsked');
    case 'keeping':
      return keepingWords(activity.said, wording);
    case 'note':
      return activity.text;
    case 'rating':
      return t('dossier.activityRating', { value: activity.value });
    case 'ranking':
      return t('dossier.activityRanking', { value: activity.value ?? t('common.rankingNone') });
    case 'own-step':
      return ownStepWords(activity, wording);
    case 'reference-check':
      return t('dossier.activityReference', { value: t(REFERENCE_WORDS[activity.value ?? 'none']) });
    case 'status':
      return statusWords(activity, wording);
    case 'settled':
      return t('sync.activitySettled');
    case 'employment': {
      const date = activity.startDate === null ? '–' : formats.calendarDate(activity.startDate);
      return t('dossier.activityEmployment', { position: activity.position, date });
    }
    case 'answer':
    case 'move':
    case 'places':
    case 'cancellation':
      return interviewWords(activity, wording);
    case 'panel-request':
    case 'panel-rating':
    case 'panel-rating-withdrawal':
      return panelWords(activity, wording);
    case 'document':
      return t('dossier.activityDocument', { name: activity.name });
    case 'address':
      return t(activity.known ? 'dossier.activityAddress' : 'dossier.activityAddressGone');
    case 'letter':
    case 'queued':
    case 'forwarded':
    case 'delivery':
      return mailWords(activity, wording);
  }
}

/** G-8: as the step is called now, also when it is no longer offered. */
function ownStepWords({ stepId }: Of<'own-step'>, { t, formats, roster }: Wording): string {
  const step = roster.organisation?.ownSteps.find(({ id }) => id === stepId);
  return step === undefined ? t('dossier.stepGone') : stepName(step, formats.language);
}

function consentWords({ given, until, purpose }: Of<'consent'>, { t, formats }: Wording): string {
  if (!given) return t('dossier.activityConsentWithdrawn', { purpose: t(PURPOSE_WORDS[purpose]) });
  const date = until === null ? '–' : formats.calendarDate(until);
  return t(purpose === 'this-fair' ? 'dossier.activityConsent' : 'dossier.activityConsentDatabase', { date });
}

/** R57: a rejection with its stage and its reason, which stays readable when it is no longer offered (C21). */
function statusWords({ to, stage, reasonId }: Of<'status'>, { t, formats, roster }: Wording): string {
  const word = t(STATUS_LOOKS[to].word);
  const status = stage === null ? word : `${word} · ${t(STAGE_WORDS[stage])}`;
  if (reasonId === null) return t('dossier.activityStatus', { status });
  const known = roster.organisation?.rejectionReasons.find(({ id }) => id === reasonId);
  return t('dossier.activityRejected', { status, reason: known?.names[formats.language] ?? t('dossier.reasonGone') });
}

function interviewWords(activity: Of<'answer' | 'move' | 'places' | 'cancellation'>, { t, formats }: Wording): string {
  if (activity.kind === 'answer') {
    const { before, given, superseded } = activity;
    const was = before === null ? t('interview.noInvitation') : t(ANSWER_LOOKS[before].word);
    const answer = t(ANSWER_LOOKS[given.answer].word);
    const words = superseded
      ? t('answers.activitySuperseded', { answer })
      : t('interview.activityAnswer', { before: was, answer });
    const wish = given.wish === '' ? [] : [t('answers.wish', { wish: given.wish })];
    return given.via === 'recruiter' ? words : [words, originWords(given, { t, formats }), ...wish].join(' · ');
  }
  const type = t(INTERVIEW_WORDS[activity.type]);
  if (activity.kind === 'cancellation')
    return t('interview.activityCancelled', { type, when: formats.dateTime(activity.startsAt) });
  const changes = activity.kind === 'move' ? moveWords(activity, formats) : placesChanged(activity, { t, formats });
  return t('interview.activityChanged', { type, changes });
}

function placesChanged({ from, to }: Of<'places'>, { t, formats }: Pick<Wording, 't' | 'formats'>): string {
  const inWords = (places: number | null): string =>
    places === null ? t('interview.placesOpenShort') : formats.number(places);
  return t('interview.placesChanged', { before: inWords(from), after: inWords(to) });
}

/** From where to where, of what is different. */
function moveWords({ from, to }: Of<'move'>, formats: Formats): string {
  const pairs = [
    [formats.dateTime(from.startsAt), formats.dateTime(to.startsAt)],
    [durationWords(formats.language, from.minutes), durationWords(formats.language, to.minutes)],
    [from.place, to.place],
  ];
  return pairs
    .filter(([before, after]) => before !== after)
    .map((pair) => pair.map((side) => (side === '' ? '–' : side)).join(' → '))
    .join(' · ');
}

/** G-5: the request with who has completed it, and what its reviewers say. */
function panelWords(
  activity: Of<'panel-request' | 'panel-rating' | 'panel-rating-withdrawal'>,
  { t, formats }: Wording,
): string {
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

function mailWords(activity: Of<'letter' | 'queued' | 'forwarded' | 'delivery'>, { t }: Wording): string {
  if (activity.kind === 'letter') {
    const { subject } = activity;
    return activity.state === 'written'
      ? t('dossier.activityLetter', { subject })
      : t('dossier.activityLetterState', { state: t(LETTER_STATE_WORDS[activity.state]), subject });
  }
  const subject = messageTitle(t, activity);
  switch (activity.kind) {
    case 'queued':
      return activity.channel === 'sms'
        ? t('dossier.activityQueuedSms', { subject: messageBeginning(activity) })
        : t('dossier.activityQueued', { subject });
    case 'forwarded':
      return t('dossier.activityForwarded', { to: activity.to, subject });
    case 'delivery':
      return t('dossier.activityDelivery', { state: t(MESSAGE_STATE_WORDS[activity.state]), subject });
  }
}
