import {
  IconArrowsJoin2,
  IconArrowsSplit2,
  IconCalendarCheck,
  IconCalendarEvent,
  IconCalendarX,
  IconClock,
  IconFilePlus,
  IconFileText,
  IconFlag,
  IconGitMerge,
  IconHistory,
  IconListNumbers,
  IconMailForward,
  IconMailShare,
  IconNote,
  IconRefresh,
  IconShieldCheck,
  IconStar,
  IconStarOff,
  IconUsers,
  IconUsersGroup,
  IconUserPlus,
  IconUserSearch,
  IconInbox,
  IconMail,
  IconMailbox,
  IconMapPin,
  type Icon,
  IconTrash,
} from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '../../../shared/lib/time.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { reasonWords } from '../../ui/reason-words.js';
import type { Activity } from './activities.js';
import { activityWords } from './activity-words.js';
import { PanelMails } from './panel-mail.js';

const ICONS = {
  captured: IconUserPlus,
  applied: IconInbox,
  merged: IconArrowsJoin2,
  separated: IconArrowsSplit2,
  'not-same': IconUsers,
  replaced: IconHistory,
  'erasure-asked': IconTrash,
  consent: IconShieldCheck,
  keeping: IconClock,
  note: IconNote,
  rating: IconStar,
  ranking: IconListNumbers,
  'own-step': IconFlag,
  'reference-check': IconUserSearch,
  status: IconRefresh,
  settled: IconGitMerge,
  answer: IconCalendarCheck,
  move: IconCalendarEvent,
  places: IconUsers,
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
        {full && activity.kind === 'delivery' && activity.reason !== null ? (
          <small>{reasonWords(t, activity.reason)}</small>
        ) : null}
        {full && who !== null ? <small>{t('dossier.by', { name: who })}</small> : null}
      </div>
      <time dateTime={new Date(activity.at).toISOString()}>{full ? formats.dateTime(activity.at) : shortTime}</time>
    </li>
  );
}

function ActivityWords({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const select = useCallback(
    (roster: Roster) => activityWords(activity, { t, formats, roster }),
    [activity, t, formats],
  );
  return useRoster(select);
}

function useRecruiterName(by: Activity['by']): string | null {
  const find = useCallback((roster: Roster) => (by === null ? null : (roster.recruiters.get(by)?.name ?? null)), [by]);
  return useRoster(find);
}
