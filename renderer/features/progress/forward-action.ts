import { z } from 'zod';
import type { ForwardedDossier } from '../../../shared/domain/forwarded-profile.js';
import { formerDetails } from '../../../shared/domain/merge-people.js';
import { FORWARDED_FIELDS } from '../../../shared/domain/merge-fields.js';
import type { Selection } from '../../../shared/domain/progress-action.js';
import { forward, type ForwardFields } from '../../../shared/domain/progress-actions/forward.js';
import { LanguageSchema } from '../../../shared/records/primitives.js';
import type { Dossier } from '../../data/dossier-repository.js';
import { readDossierOnce } from '../../data/read-dossier-once.js';
import type { Session } from '../../data/session.js';
import { ForwardOption } from './forward-option.js';
import { ForwardLine, ForwardRow } from './forward-plan.js';
import type { MailAction } from './mail-action.js';
import { WhatGoesOut } from './what-goes-out.js';

const Draft = z.object({
  to: z.string(),
  language: LanguageSchema,
  withholdsPersonal: z.boolean(),
  withoutFiles: z.boolean(),
});

/** *Forward to email* (R29–R32, C36): a mail to somebody else about each applicant, and beside it what goes out. */
export const forwardAction: MailAction<ForwardFields> = {
  action: forward,
  draft: Draft.transform((typed) => ({ ...typed, dossiers: {} })),
  begin: (_selection, { forward: { screenLanguage } }) => ({
    to: '',
    language: screenLanguage,
    withholdsPersonal: false,
    withoutFiles: false,
    dossiers: {},
  }),
  Form: null,
  template: () => 'forward',
  audience: { of: 'each', language: ({ language }) => language },
  load: async (selection, session) => ({ dossiers: await readDossiers(selection, session) }),
  mergeFields: FORWARDED_FIELDS,
  MailOption: ForwardOption,
  MailAside: WhatGoesOut,
  noFiles: ({ withholdsPersonal, withoutFiles }) => {
    if (withholdsPersonal) return 'progress.forwardNoFilesWithheld';
    return withoutFiles ? 'progress.forwardNoFiles' : 'progress.forwardHasNoFiles';
  },
  PlanLine: ForwardLine,
  PlanRow: ForwardRow,
  words: {
    included: 'progress.forwardIncluded',
    commit: 'progress.forwardCommit',
    done: 'progress.forwardDone',
    written: 'progress.forwardWritten',
  },
};

/** Whoever's dossier cannot be read is missing, and left out with the reason. */
async function readDossiers(selection: Selection, session: Session): Promise<ForwardFields['dossiers']> {
  const read = await Promise.all(
    selection.map(async ({ applicationId, person }) => {
      const dossier = await readDossierOnce(session, person.id);
      const forwarded = dossier === null ? null : forwardedOf(dossier, applicationId);
      return forwarded === null ? [] : [[applicationId, forwarded] as const];
    }),
  );
  return Object.fromEntries(read.flat());
}

function forwardedOf(
  { person, merged, applications, documents }: Dossier,
  applicationId: string,
): ForwardedDossier | null {
  const application = applications.find(({ id }) => id === applicationId);
  if (application === undefined) return null;
  const { text, answers } = application.fields;
  const { school, city } = person.fields;
  const mine = documents
    .map(({ fields }) => fields)
    // What was agreed with somebody is the organisation's; what belongs to another application stays there.
    .filter((one) => one.kind !== 'contract' && (one.applicationId === null || one.applicationId === applicationId))
    .map(({ fileId, name, mediaType, size }) => ({ fileId, name, mediaType, size }));
  return { school, city, text, answers, documents: mine, otherDetails: formerDetails(person, merged) };
}
