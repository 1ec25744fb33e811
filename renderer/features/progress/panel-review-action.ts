import { z } from 'zod';
import { PANEL_MAIL_FIELDS } from '../../../shared/domain/merge-fields.js';
import {
  panelReview,
  reviewerLanguages,
  type PanelReviewFields,
} from '../../../shared/domain/progress-actions/panel-review.js';
import { LanguageSchema, RecruiterIdSchema } from '../../../shared/records/primitives.js';
import type { MailAction } from './mail-action.js';
import { PanelReviewForm } from './panel-review-form.js';

/** *Send for panel review* (R45–R48): who is asked, what they may say, and one mail for each of them. */
export const panelReviewAction: MailAction<PanelReviewFields> = {
  action: panelReview,
  draft: z.object({
    internal: z.array(z.object({ recruiterId: RecruiterIdSchema, language: LanguageSchema })),
    external: z.array(z.object({ name: z.string(), address: z.string(), language: LanguageSchema })),
    noRating: z.boolean(),
    noComments: z.boolean(),
    notifies: z.boolean(),
    withholdsPersonal: z.boolean().default(false),
  }),
  begin: () => ({
    ...{ internal: [], external: [] },
    ...{ noRating: false, noComments: false, notifies: false, withholdsPersonal: false },
  }),
  Form: PanelReviewForm,
  template: () => 'panel-review',
  audience: { of: 'all', languages: reviewerLanguages },
  mergeFields: PANEL_MAIL_FIELDS,
  words: {
    included: 'progress.panelIncluded',
    commit: 'progress.panelCommit',
    done: 'progress.panelDone',
    written: 'progress.emailsWritten',
  },
};
