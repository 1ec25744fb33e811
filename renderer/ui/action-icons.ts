import {
  IconArrowForwardUp,
  IconAward,
  IconBookmark,
  IconCalendarEvent,
  IconDoorExit,
  IconFileCertificate,
  IconFlag,
  IconKey,
  IconMail,
  IconMailbox,
  IconMailForward,
  IconStar,
  IconTrash,
  IconUserCheck,
  IconUserX,
  type Icon,
} from '@tabler/icons-react';
import type { ProgressActionId } from '../../shared/domain/progress-action.js';

/** An action and the status it leads to share their icon. */
export const ACTION_ICONS = {
  withdraw: IconDoorExit,
  delete: IconTrash,
  'send-email': IconMail,
  'invite-to-interview': IconCalendarEvent,
  reject: IconUserX,
  save: IconBookmark,
  'save-and-send-credentials': IconKey,
  forward: IconMailForward,
  transfer: IconArrowForwardUp,
  'send-offer': IconAward,
  hire: IconUserCheck,
  'employment-contract': IconFileCertificate,
  'send-letter': IconMailbox,
  'panel-review': IconStar,
  'own-step': IconFlag,
} as const satisfies Record<ProgressActionId, Icon>;
