import { z } from 'zod';
import { PANEL_MAIL_FIELDS } from '../../../shared/domain/merge-fields.js';
import {
  panelReview,
  reviewerLanguages,
  type PanelReviewFields,
} from '../../../shared/domain/progress-actions/panel-review.js';
import { hasOwnWords } from '../../../shared/domain/panel-page.js';
import type { Selection } from '../../../shared/domain/progress-action.js';
import { LanguageSchema, RecruiterIdSchema, type ApplicationId } from '../../../shared/records/primitives.js';
import { readDossierOnce } from '../../data/read-dossier-once.js';
import type { Session } from '../../data/session.js';
import type { MailAction } from './mail-action.js';
import { PanelReviewForm } from './panel-review-form.js';

/** *Send for panel review* (R45–R48): who is asked, what they may say, and one mail for each of them. */
export const panelReviewAction: MailAction<PanelReviewFields> = {
  action: panelReview,
  draft: z
    .object({
      internal: z.array(z.object({ recruiterId: RecruiterIdSchema, language: LanguageSchema })),
      external: z.array(z.object({ name: z.string(), address: z.string(), language: LanguageSchema })),
      noRating: z.boolean(),
      noComments: z.boolean(),
      notifies: z.boolean(),
      withholdsPersonal: z.boolean().default(false),
    })
    .transform((typed) => ({ ...typed, wordless: [] })),
  begin: () => ({
    ...{ internal: [], external: [] },
    ...{ noRating: false, noComments: false, notifies: false, withholdsPersonal: false, wordless: [] },
  }),
  load: async (selection, session) => ({ wordless: await findWordless(selection, session) }),
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

/** Whose dossier cannot be read is not claimed to be one of them. */
async function findWordless(selection: Selection, session: Session): Promise<readonly ApplicationId[]> {
  const { vacancies } = session.roster.current();
  const found = await Promise.all(
    selection.map(async ({ applicationId, vacancyId, person }) => {
      const dossier = await readDossierOnce(session, person.id);
      const application = dossier?.applications.find(({ id }) => id === applicationId)?.fields;
      const vacancy = vacancies.get(vacancyId);
      const isWordless = application !== undefined && vacancy !== undefined && !hasOwnWords({ application, vacancy });
      return isWordless ? [applicationId] : [];
    }),
  );
  return found.flat();
}
