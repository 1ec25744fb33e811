import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANY_INVITE } from '../../../shared/domain/rights.js';
import type { ToInvite } from '../../data/roster/to-invite.js';
import { useHasRight } from '../../data/use-rights.js';
import { useSession } from '../../data/use-session.js';
import { useCalendarStore } from '../../state/calendar-view.js';
import { requestProgress } from '../../state/progress-request.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { checkSlot } from '../../ui/slot-values.js';
import type { WallSlot } from './wall-slot.js';

/** Who may invite drags an applicant of *To be invited* to a time: the invitation opens with both filled in. */
export function useInviting() {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const session = useSession();
  const mayInvite = useHasRight(ANY_INVITE);
  const isOpen = useCalendarStore(({ inviting }) => inviting !== null) && mayInvite;
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (wasOpen && !isOpen) setWasOpen(false);
  const [dragged, setDragged] = useState<ToInvite | null>(null);
  return {
    isOpen,
    /** It was not here when the page was opened. */
    isNew: !wasOpen,
    dragged,
    onDrag: setDragged,
    onDropIn: (slot: WallSlot): void => {
      if (dragged === null) return;
      const [problem] = Object.values(checkSlot(slot, { zone, interview: { now: session.now(), stands: NOWHERE } }));
      if (problem === undefined) requestProgress('invite-to-interview', [dragged.id], slot);
      else showToast({ text: t(problem), tone: 'problem' });
    },
  };
}

/** An interview that is yet to be stands at no time. */
const NOWHERE = Number.NaN;
