import { randomBytes } from 'node:crypto';
import type { Change } from '../../../shared/changes/change-set.js';
import type { ConsentPurpose } from '../../../shared/domain/capture-notice.js';
import {
  askErasure,
  correctOwnDetails,
  withdrawOwnConsent,
  type OwnDetails,
  type OwnStamp,
} from '../../../shared/domain/own-page.js';
import type { Service } from '../../http/service.js';
import type { CandidateLogin } from '../../store/candidate-logins.js';
import { writeByServer } from '../../store/write-by-server.js';
import { findCandidate, type Candidate } from './find-candidate.js';

/** What somebody does on the own page. */
export type OwnAct =
  | { readonly kind: 'details'; readonly details: OwnDetails; readonly shown: Partial<OwnDetails> }
  | { readonly kind: 'consent'; readonly purpose: ConsentPurpose }
  | { readonly kind: 'erasure' };

/** As the history calls them: those of a laptop, by nobody who works there. */
const ACTIONS = { details: 'edit-person', consent: 'record-consent', erasure: 'ask-erasure' } as const;

/** Writes it as the server's own change set, decided with what stands while nobody else can write. The same once more writes nothing. */
export async function writeOwn(login: CandidateLogin, act: OwnAct, { database, now }: Service): Promise<void> {
  const stamp: OwnStamp = { at: now(), newId: () => randomBytes(16).toString('hex') };
  await writeByServer(database, login.organisation, {
    action: ACTIONS[act.kind],
    now: stamp.at,
    plan: async (queries) => {
      const candidate = await findCandidate(queries, login);
      return { changes: candidate === null ? [] : changesOf(candidate, act, stamp) };
    },
  });
}

function changesOf({ own }: Candidate, act: OwnAct, stamp: OwnStamp): readonly Change[] {
  switch (act.kind) {
    case 'details':
      return correctOwnDetails(own, act, stamp);
    case 'consent':
      return withdrawOwnConsent(own, act.purpose, stamp);
    case 'erasure':
      return askErasure(own, stamp);
  }
}
