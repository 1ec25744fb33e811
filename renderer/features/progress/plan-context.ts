import type { i18n } from 'i18next';
import type { PlanContext } from '../../../shared/domain/progress-action.js';
import { rightsOf } from '../../../shared/domain/rights.js';
import { invariant } from '../../../shared/lib/assert.js';
import { LanguageSchema, type RecruiterId } from '../../../shared/records/primitives.js';
import type { Recruiter } from '../../../shared/records/recruiter.js';
import type { Stored } from '../../data/roster/rows.js';
import type { Session } from '../../data/session.js';
import { contractDesk } from '../../data/contract-desk.js';
import { panelContext } from './panel-context.js';
import { forwardWords } from '../../../shared/i18n/forward-words.js';
import { interviewContext } from './interview-context.js';
import type { MailDesk } from './use-mail-desk.js';

/** What a plan has besides what is stored: the words of all languages, and where its chance comes from. */
export interface PlanMeans {
  readonly translator: i18n;
  readonly seed: string;
}

/** What a plan may know, as it stands at this moment. */
export function planContext(session: Session, desk: MailDesk, { translator, seed }: PlanMeans): PlanContext {
  const roster = session.roster.current();
  const { organisation, recruiters, vacancies } = roster;
  invariant(organisation !== null, 'nobody works before there is an organisation');
  return {
    now: session.now(),
    device: session.device,
    newId: () => session.newId(),
    organisation,
    recruiter: { ...recruiterOf(session), rights: rightsOf(session.preferences.current().recruiterId, recruiters) },
    vacancy: (id) => vacancies.get(id) ?? null,
    recruiterName: (id) => recruiters.get(id)?.name ?? null,
    contracts: contractDesk(session.roster.current()),
    applicationsOf: (person) => roster.applicationsOf(person),
    interviewsOf: (person) => roster.interviewsOf(person),
    messagesOf: (person) => roster.messagesOf(person),
    mail: {
      from: senderOf(session, desk),
      layout: (language) => {
        const layout = desk.layouts.get(language);
        invariant(layout !== undefined, 'there is a layout for every language');
        return layout;
      },
    },
    interviews: interviewContext(session, { translator, seed, ...desk }),
    panel: panelContext(session, seed),
    hasCandidatePages: desk.hasServer,
    forward: {
      screenLanguage: LanguageSchema.parse(translator.language),
      words: (language) => forwardWords(translator, language),
    },
  };
}

/** The mail account's own address, else that of the person who works here; either may be changed in the form (R18). */
export function senderOf(session: Session, { account }: MailDesk): PlanContext['mail']['from'] {
  if (account !== null) return { name: account.fromName, address: account.fromAddress };
  const { name, email } = recruiterOf(session);
  return { name, address: email };
}

/** Who works here; the shell lets nobody in unnamed. */
function recruiterOf(session: Session): Stored<RecruiterId, Recruiter> {
  const { recruiterId } = session.preferences.current();
  const recruiters = [...session.roster.current().recruiters.values()];
  const recruiter = recruiters.find(({ id }) => id === recruiterId);
  invariant(recruiter !== undefined, 'nobody works unnamed');
  return recruiter;
}
