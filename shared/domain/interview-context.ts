import type { Instant } from '../lib/time.js';
import type { InterviewReminder } from '../records/interview-reminder.js';
import type { Interview, InterviewType } from '../records/interview.js';
import type { MailTemplateText } from '../records/mail-template.js';
import type { Language, PersonId, RecruiterId } from '../records/primitives.js';
import type { CandidateAnswer, Sign } from './answer-token.js';
import type { Busy } from './calendar-warnings.js';
import type { GroupPlaces } from './group-places.js';
import type { PageLinks } from './panel-context.js';

/** What plans about interviews may know besides. */
export interface InterviewContext {
  readonly sign: Sign;
  /** 256 random bits in hexadecimal; the same for one name while a form is open, so that a plan made again is the same. */
  readonly draw: (name: string) => string;
  /** What stands in the calendars, cancelled entries left out, and those of a meeting that is joined. */
  busy(joined?: string): Iterable<Busy>;
  /**
   * When a recruiter is free next for these people, one after the other, within the hours that are for work; null where no day
   * is near on which that is so.
   */
  nextFree(recruiter: RecruiterId, minutes: number, personIds: readonly PersonId[]): Instant | null;
  /** A group interview that is still to come, by the name of its entry in the calendar; null where there is none. */
  group(id: string): KnownGroup | null;
  /** The room that a place is; null where many can meet. */
  roomOf(place: string): string | null;
  /** The recipient's words in a mail about an interview (T4, T5). */
  words(language: Language): InterviewWords;
  /** G-8: the closest text to a department of a mail about an interview that is not edited before it goes. */
  text(
    template: InterviewTemplate,
    language: Language,
    department: string,
  ): Pick<MailTemplateText, 'subject' | 'contents'>;
  /** G-8: what the reminder of an interview begins with for people of these departments, one entry each. */
  reminder(type: InterviewType, language: Language, departments: readonly string[]): InterviewReminder;
  /** A number in E.164 that an SMS can go to; null where there is none (R84). */
  mobile(phone: string, language: Language): string | null;
  /** C19: SMS can be sent from here; R77 asks for the right besides. */
  readonly hasGateway: boolean;
  /** C18: for links to the page where candidates answer; null without a server, and answers come by mail (docs/adr/0055). */
  readonly replyPages: PageLinks | null;
}

/** A group interview with who is in it, whichever dossier they lie in (G-13). */
export interface KnownGroup
  extends
    GroupPlaces,
    Pick<Interview, 'meetingId' | 'type' | 'kind' | 'startsAt' | 'minutes' | 'place' | 'recruiterIds'> {
  readonly personIds: readonly PersonId[];
}

/** The texts of mails that Fairdesk writes by itself: the invitation once more, the new time, the cancellation. */
export type InterviewTemplate = `invite-${InterviewType}` | 'interview-moved' | 'interview-cancelled';

export interface InterviewWords {
  readonly answers: Readonly<Record<CandidateAnswer, string>>;
  /** The link to the page where they are given. */
  readonly reply: string;
  readonly types: Readonly<Record<InterviewType, string>>;
  /** Where a telephone interview takes place. */
  readonly telephone: string;
}
