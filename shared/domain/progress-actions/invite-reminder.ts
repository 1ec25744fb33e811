import { SECOND, type Instant } from '../../lib/time.js';
import type { InterviewType } from '../../records/interview.js';
import type { InterviewReminder } from '../../records/interview-reminder.js';
import type { Language } from '../../records/primitives.js';
import type { PlanContext, Selection } from '../progress-action.js';
import { recipientLanguages } from '../recipients.js';
import { settleReminder, type ReminderChoice, type ReminderSlot, type SettledReminder } from '../reminders.js';
import { hasRight } from '../rights.js';

/** R82, C32: the words of a reminder in one language, merge fields and all. */
export type ReminderTexts = Pick<InterviewReminder, 'subject' | 'contents' | 'signature' | 'sms'>;

/** What the section *Reminder* of the invitation holds (R75, R76). */
export interface ReminderFields extends ReminderChoice {
  /** Those that were edited; the others are the template's. */
  readonly texts: Readonly<Partial<Record<Language, ReminderTexts>>>;
  /** C6: whoever has no mobile number gets no reminder, and somebody wants it so. */
  readonly withoutSms: boolean;
}

/** As a form begins: all of it as the template says. */
export const REMINDER_OF_TEMPLATE: ReminderFields = { option: null, daysBefore: null, texts: {}, withoutSms: false };

/** The reminder as the form shows it. */
export interface ShownReminder extends SettledReminder {
  /** Null while date and time are not known. */
  readonly slot: ReminderSlot | null;
  /** Whether SMS is there to be chosen (R77, C19). */
  readonly sms: boolean;
  /** In each language that somebody reads. */
  readonly texts: ReadonlyMap<Language, ReminderTexts>;
}

type ReminderContext = Pick<PlanContext, 'now' | 'vacancy' | 'organisation' | 'recruiter' | 'interviews'>;

/**
 * C5: what is chosen, and where nothing is, what the templates of these people say; of several languages, the first one's.
 *
 * @param startsAt of the first interview; null while it is not known
 */
export function shownReminder(
  people: Selection,
  { type, reminder }: { readonly type: InterviewType | null; readonly reminder: ReminderFields },
  startsAt: Instant | null,
  context: ReminderContext,
): ShownReminder {
  const { now, organisation, interviews, recruiter } = context;
  const { zone, undoSeconds } = organisation;
  const slot = startsAt === null ? null : { startsAt, zone, now, undo: undoSeconds * SECOND };
  const sms = interviews.hasGateway && hasRight(recruiter.rights, 'send-sms');
  const templates = new Map(
    recipientLanguages(people).map((language) => {
      const readers = people.filter(({ person }) => person.language === language);
      const departments = readers.map(({ vacancyId }) => context.vacancy(vacancyId)?.department ?? '');
      return [language, interviews.reminder(type ?? 'initial', language, departments)] as const;
    }),
  );
  const [first = NOTHING_WISHED] = templates.values();
  return {
    ...settleReminder(reminder, first, slot, sms),
    slot,
    sms,
    texts: new Map([...templates].map(([language, text]) => [language, reminder.texts[language] ?? text])),
  };
}

const NOTHING_WISHED = { option: 'none', daysBefore: 1 } as const;
