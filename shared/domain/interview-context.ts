import type { InterviewType } from '../records/interview.js';
import type { MailTemplateText } from '../records/mail-template.js';
import type { Language, PersonId } from '../records/primitives.js';
import type { CandidateAnswer, Sign } from './answer-token.js';
import type { Busy } from './calendar-warnings.js';

/** What plans about interviews may know besides. */
export interface InterviewContext {
  readonly sign: Sign;
  /** 256 random bits in hexadecimal; the same for one name while a form is open, so that a plan made again is the same. */
  readonly draw: (name: string) => string;
  /** What stands in the calendars, cancelled entries left out. */
  busy(): Iterable<BusyEntry>;
  /** The recipient's words in a mail about an interview (T4, T5). */
  words(language: Language): InterviewWords;
  /** G-8: the closest text to a department of a mail about an interview that is not edited before it goes. */
  text(
    template: InterviewTemplate,
    language: Language,
    department: string,
  ): Pick<MailTemplateText, 'subject' | 'contents'>;
}

/** The texts of mails that Fairdesk writes by itself: the invitation once more, the new time, the cancellation. */
export type InterviewTemplate = `invite-${InterviewType}` | 'interview-moved' | 'interview-cancelled';

/** A stretch of time in which recruiters and perhaps a candidate are busy. */
export interface BusyEntry extends Busy {
  /** Who it is, whichever dossier it lies in (G-13). */
  readonly personId: PersonId | null;
}

export interface InterviewWords {
  readonly answers: Readonly<Record<CandidateAnswer, string>>;
  readonly types: Readonly<Record<InterviewType, string>>;
  /** Where a telephone interview takes place. */
  readonly telephone: string;
}
