import { z } from 'zod';
import { GENERAL_FIELDS } from '../../../shared/domain/merge-fields.js';
import { sendOffer, type OfferFields } from '../../../shared/domain/progress-actions/send-offer.js';
import type { MailAction } from './mail-action.js';
import { OfferForm } from './offer-form.js';

/** *Send job offer* (R36, R37, C15): the status, and a mail unless the offer was made otherwise. */
export const offerAction: MailAction<OfferFields> = {
  action: sendOffer,
  draft: z.object({ sendsEmail: z.boolean() }),
  begin: () => ({ sendsEmail: true }),
  Form: OfferForm,
  template: ({ sendsEmail }) => (sendsEmail ? 'offer' : null),
  mergeFields: GENERAL_FIELDS,
  words: {
    included: 'progress.offerIncluded',
    commit: 'progress.offerCommit',
    done: 'progress.offerDone',
    written: 'progress.statusesWritten',
  },
};
