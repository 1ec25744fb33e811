import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planRestore, type RestorePlan } from '../../../shared/domain/restore-applications.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { usePreferences, useSession } from '../../data/use-session.js';
import { changeDeletedList } from '../../state/deleted-list.js';
import { showToast } from '../../state/ui-store.js';
import type { DeletedRow } from './deleted-rows.js';

interface Restore {
  /** As it would be done now. */
  readonly plan: () => RestorePlan;
  readonly restore: () => Promise<void>;
  readonly isBusy: boolean;
}

/** R15: takes the ticked back into their vacancies, in one commit, and says so with the way back. */
export function useRestore(chosen: readonly DeletedRow[]): Restore {
  const { t } = useTranslation();
  const session = useSession();
  const { recruiterId } = usePreferences();
  const [isBusy, setBusy] = useState(false);
  const plan = (): RestorePlan => {
    const roster = session.roster.current();
    const recruiter = [...roster.recruiters.keys()].find((id) => id === recruiterId) ?? null;
    const selection = chosen.map(({ id, person, vacancyId }) => {
      const there = roster.applications.get(id);
      const { personId, status } = there ?? { personId: person.id, status: 'moved' as const };
      return { applicationId: id, personId, standsAs: person.id, vacancyId, status };
    });
    return planRestore(selection, {
      stamp: { at: session.now(), by: recruiter, newId: () => session.newId() },
      hasVacancy: (id) => roster.vacancies.has(id),
      applicationsOf: (person) => roster.applicationsOf(person),
    });
  };
  const restore = async (): Promise<void> => {
    const { included } = plan();
    if (included.length === 0) return;
    setBusy(true);
    const answer = await session.commit({ action: 'restore', changes: included.map(({ change }) => change) });
    setBusy(false);
    if (!answer.ok) {
      showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
      return;
    }
    changeDeletedList({ type: 'clear' });
    const text = t('deleted.restored', { count: included.length });
    showToast({ text, undo: () => session.undo(answer.value) });
  };
  return { plan, restore, isBusy };
}
