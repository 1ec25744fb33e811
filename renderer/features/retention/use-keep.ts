import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteKeeping } from '../../../shared/domain/keep-marks.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { EventChange } from '../../../shared/changes/change-set.js';
import { usePreferences, useSession } from '../../data/use-session.js';
import { changeRetentionList } from '../../state/retention-list.js';
import { showToast } from '../../state/ui-store.js';
import type { RetentionRow } from './retention-rows.js';

interface Keep {
  readonly keepLonger: (until: string, reason: string) => Promise<boolean>;
  readonly hold: (reason: string) => Promise<boolean>;
  /** Of those that are seen; one that was placed elsewhere meanwhile stands. */
  readonly endHolds: () => Promise<boolean>;
  readonly isBusy: boolean;
}

const ACTS = {
  'keep-longer': 'retention.doneKept',
  'place-hold': 'retention.doneHeld',
  'end-hold': 'retention.doneFreed',
} as const;

/** Keeps the chosen, and says so with the way back. */
export function useKeep(chosen: readonly RetentionRow[]): Keep {
  const { t } = useTranslation();
  const session = useSession();
  const { recruiterId } = usePreferences();
  const [isBusy, setBusy] = useState(false);
  const save = async (action: keyof typeof ACTS, changes: readonly EventChange[]): Promise<boolean> => {
    setBusy(true);
    const answer = await session.commit({ action, changes });
    setBusy(false);
    if (!answer.ok) {
      showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
      return false;
    }
    changeRetentionList({ type: 'clear' });
    showToast({ text: t(ACTS[action], { count: changes.length }), undo: () => session.undo(answer.value) });
    return true;
  };
  const stamp = () => {
    const by = [...session.roster.current().recruiters.keys()].find((id) => id === recruiterId) ?? null;
    return { id: session.newId(), at: session.now(), by };
  };
  return {
    isBusy,
    keepLonger: (until, reason) =>
      save(
        'keep-longer',
        chosen.map(({ id }) => noteKeeping(id, { type: 'kept-longer', until, reason }, stamp())),
      ),
    hold: (reason) =>
      save(
        'place-hold',
        chosen.map(({ id }) => noteKeeping(id, { type: 'legal-hold', reason }, stamp())),
      ),
    endHolds: () =>
      save(
        'end-hold',
        chosen.map(({ id, holds }) =>
          noteKeeping(id, { type: 'legal-hold-ended', holds: holds.map((hold) => hold.id) }, stamp()),
        ),
      ),
  };
}
