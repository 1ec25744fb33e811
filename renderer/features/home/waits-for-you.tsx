import {
  IconAddressBook,
  IconAlertTriangle,
  IconBan,
  IconCalendarExclamation,
  IconCalendarQuestion,
  IconCircleDashed,
  IconCloudX,
  IconHandStop,
  IconHelpCircle,
  IconNote,
  IconTrash,
} from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../shared/records/primitives.js';
import { knownDepartments } from '../../data/known-departments.js';
import { useConflicts } from '../../data/use-conflicts.js';
import { useDuplicates } from '../../data/use-duplicates.js';
import { useLoaded } from '../../data/use-loaded.js';
import type { Roster } from '../../data/roster/rows.js';
import { countRefusals } from '../../data/roster/refusals.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { showAnswer } from '../../state/calendar-view.js';
import { SideList } from './side-list.js';
import { unfinishedForms } from './unfinished-forms.js';
import { useWaiting } from './use-waiting.js';

/** What only a person can put right. */
export function WaitsForYou({ date }: { readonly date: string }) {
  const { t } = useTranslation();
  const { newApplications, newTimes, messages } = useWaiting();
  const conflicts = useConflicts();
  const duplicates = useDuplicates();
  const refusedChanges = useRoster(countRefusals);
  const forms = useUnfinishedForms();
  const erasures = useRoster(askingForErasure);
  const [longest] = erasures;
  return (
    <SideList
      title={t('home.waitsForYou')}
      empty={t('home.nothingWaits')}
      items={[
        {
          icon: IconHelpCircle,
          word: t('home.uncertain'),
          count: messages('uncertain'),
          link: { to: '/outbox' },
          tone: 'yours',
        },
        {
          icon: IconHandStop,
          word: t('home.heldForYou'),
          count: messages('held-for-you'),
          link: { to: '/outbox' },
          tone: 'yours',
        },
        {
          icon: IconAlertTriangle,
          word: t('home.failed'),
          count: messages('failed'),
          link: { to: '/outbox' },
          tone: 'bad',
        },
        { icon: IconBan, word: t('home.refused'), count: messages('refused'), link: { to: '/outbox' }, tone: 'bad' },
        { icon: IconCloudX, word: t('home.refusedChanges'), count: refusedChanges, link: { to: '/sync' }, tone: 'bad' },
        {
          icon: IconCalendarQuestion,
          word: t('home.newTimes'),
          count: newTimes,
          link: { to: '/calendar' },
          onFollow: () => {
            showAnswer('new-time', date);
          },
          tone: 'yours',
        },
        {
          icon: IconCalendarExclamation,
          word: t('slots.conflicts'),
          count: conflicts.length,
          link: { to: '/calendar/conflicts' },
          tone: 'yours',
        },
        {
          icon: IconTrash,
          word: t('home.erasuresAsked'),
          count: erasures.length,
          link: longest === undefined ? { to: '/' } : { to: '/people/$personId', params: { personId: longest } },
          tone: 'yours',
        },
        { icon: IconCircleDashed, word: t('home.newUnseen'), count: newApplications, link: { to: '/vacancies' } },
        { icon: IconAddressBook, word: t('duplicates.title'), count: duplicates.length, link: { to: '/duplicates' } },
        { icon: IconNote, word: t('home.drafts'), ...forms },
      ]}
    />
  );
}

/** C17: who asked to be deleted, whoever has waited longest first. */
function askingForErasure({ people }: Roster): readonly PersonId[] {
  return [...people.values()]
    .flatMap(({ id, erasureAskedAt: since }) => (since === null ? [] : [{ id, since }]))
    .sort((a, b) => a.since - b.since)
    .map(({ id }) => id);
}

function useUnfinishedForms() {
  const { drafts, roster } = useSession();
  const load = useCallback(async () => {
    const listed = await drafts.list();
    return unfinishedForms(listed.ok ? listed.value : [], knownDepartments(roster.current()));
  }, [drafts, roster]);
  const loaded = useLoaded(load);
  return loaded.status === 'ready' ? loaded.value : unfinishedForms([], []);
}
