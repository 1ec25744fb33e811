import type { i18n } from 'i18next';
import type { BusyEntry, InterviewContext } from '../../../shared/domain/interview-context.js';
import { hmacSha256 } from '../../data/hmac-sha256.js';
import { templateFor } from '../../data/mail-templates.js';
import type { Session } from '../../data/session.js';
import { interviewWords } from '../../ui/interview-words.js';

/** 256 random bits in hexadecimal, from which everything is drawn that a plan must not draw twice. */
export function newSeed(session: Pick<Session, 'newId'>): string {
  return session.newId() + session.newId();
}

/** What plans about interviews may know, as it stands at this moment. */
export function interviewContext(session: Pick<Session, 'roster'>, translator: i18n, seed: string): InterviewContext {
  const { interviews, appointments, people } = session.roster.current();
  return {
    sign: hmacSha256,
    draw: (name) => hmacSha256(seed, name),
    busy: () =>
      [
        ...[...interviews.values()].filter(({ cancelled }) => !cancelled),
        ...[...appointments.values()].filter(({ cancelled }) => !cancelled),
      ].map((entry): BusyEntry => {
        const who = entry.personId === null ? null : (people.get(entry.personId)?.id ?? entry.personId);
        return who === entry.personId ? entry : { ...entry, personId: who };
      }),
    words: (language) => interviewWords(translator, language),
    text: (template, language, department) =>
      templateFor(session.roster.current(), translator, { purpose: template, language, department }),
  };
}
