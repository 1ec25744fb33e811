import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Right } from '../../../shared/records/recruiter.js';

/** What each right allows, in words. */
export const RIGHT_WORDS = {
  administer: 'settings.rightAdminister',
  'send-email': 'settings.rightSendEmail',
  'send-sms': 'settings.rightSendSms',
  invite: 'settings.rightInvite',
  reject: 'settings.rightReject',
  transfer: 'settings.rightTransfer',
  offer: 'settings.rightOffer',
  hire: 'settings.rightHire',
  delete: 'settings.rightDelete',
  'add-candidates': 'settings.rightAddCandidates',
} as const satisfies Record<Right, MessageKey>;
