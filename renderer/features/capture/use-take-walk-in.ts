import { useTranslation } from 'react-i18next';
import { instantAt } from '../../../shared/lib/time.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { requestProgress } from '../../state/progress-request.js';
import { holdForWalkIn, useWalkIn } from '../../state/slot-request.js';
import { useFormats } from '../../ui/formats.js';

interface TakenWalkIn {
  /** The invitation opens. */
  readonly invites: boolean;
  /** What else is to be said of it. */
  readonly words: readonly string[];
}

/**
 * beyond.md no. 9: the slot that was held goes to whoever was saved now, and to nobody else. Without a vacancy there is no
 * interview to invite to: the slot is let go of, so that the next person does not get it.
 */
export function useTakeWalkIn(): (applicationId: ApplicationId | null) => TakenWalkIn {
  const { t } = useTranslation();
  const formats = useFormats();
  return (applicationId) => {
    const { slot } = useWalkIn.getState();
    if (slot === null) return { invites: false, words: [] };
    holdForWalkIn(null);
    if (applicationId === null) {
      const when = formats.dateTime(instantAt(formats.zone, slot.date, slot.time));
      return { invites: false, words: [t('slots.letGoUnused', { when })] };
    }
    requestProgress('invite-to-interview', [applicationId], slot);
    return { invites: true, words: [] };
  };
}
