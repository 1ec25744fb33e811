import { useMemo } from 'react';
import type { InviteFields } from '../../../shared/domain/progress-actions/invite-to-interview.js';
import type { ProgressRequest } from '../../state/progress-request.js';
import type { ChosenSlot } from '../../state/slot-request.js';
import { inviteAction } from './invite-action.js';
import type { MailAction } from './mail-action.js';
import { MailActionDialog } from './mail-action-dialog.js';

interface InviteAtSlotProps {
  readonly slot: ChosenSlot;
  readonly request: ProgressRequest;
  readonly onClose: () => void;
}

/** *Invite to interview*, filled with a slot or a group that was chosen; it goes before what a kept draft says of the time. */
export function InviteAtSlot({ slot, request, onClose }: InviteAtSlotProps) {
  const spec = useMemo(() => inviteAt(slot), [slot]);
  return <MailActionDialog spec={spec} request={request} onClose={onClose} />;
}

const NO_GROUP = { group: null };

function inviteAt(slot: ChosenSlot): MailAction<InviteFields> {
  const { joins = NO_GROUP, ...when } = slot;
  const chosen = { ...when, ...joins };
  return {
    ...inviteAction,
    draft: inviteAction.draft.transform((kept) => ({ ...kept, ...chosen })),
    begin: (selection, context) => ({ ...inviteAction.begin(selection, context), ...chosen }),
  };
}
