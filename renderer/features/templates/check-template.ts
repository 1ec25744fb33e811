import { mergeSms } from '../../../shared/domain/interview-reminder.js';
import { fillTemplate, type MergeField } from '../../../shared/domain/merge-fields.js';
import { renderContents, renderSubject } from '../../../shared/domain/message-text.js';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import type { InterviewReminder } from '../../../shared/records/interview-reminder.js';
import type { MailTemplateText } from '../../../shared/records/mail-template.js';
import type { Sample } from './sample-values.js';

/** What of a template is edited at a time. */
export type TemplatePart = 'mail' | 'reminder';

/**
 * What is wrong with a text, whoever it is sent to: blank, or it names fields that do not exist, that no mail of its kind
 * can fill, or that cannot stand where they stand (C32).
 */
export interface TemplateProblem {
  readonly part: TemplatePart;
  readonly place: keyof MailText | 'signature' | 'sms';
  readonly code:
    | 'subject-blank'
    | 'contents-blank'
    | 'field-unknown'
    | 'field-unfilled'
    | 'field-misplaced'
    | 'sms-blank'
    | 'sms-long';
  readonly field: string | null;
}

type Found = Omit<TemplateProblem, 'part'>;

export function checkTemplate(text: MailTemplateText, sample: Sample): readonly TemplateProblem[] {
  const { reminder } = text;
  return [
    ...checkMail(text, sample).map((found) => ({ ...found, part: 'mail' as const })),
    ...(reminder === null ? [] : checkReminder(reminder, sample)).map((found) => ({
      ...found,
      part: 'reminder' as const,
    })),
  ];
}

function checkMail({ subject, contents }: MailText, { values, links }: Sample): readonly Found[] {
  const first = renderSubject(subject, values);
  const second = renderContents(contents, values, links);
  const isLinks = (field: MergeField): boolean => links[field] !== undefined;
  return [
    ...blank('subject', 'subject-blank', first.text === ''),
    ...named('subject', 'field-unknown', [...first.unknown, ...first.unfilled.filter((field) => !isLinks(field))]),
    ...named('subject', 'field-misplaced', first.unfilled.filter(isLinks)),
    ...blank('contents', 'contents-blank', second.blank),
    ...named('contents', 'field-unknown', [...second.unknown, ...second.unfilled]),
    ...named('contents', 'field-misplaced', second.misplaced),
  ];
}

function checkReminder(reminder: InterviewReminder, sample: Sample): readonly Found[] {
  const signature = fillTemplate(reminder.signature, sample.values);
  const sms = mergeSms(reminder.sms, sample.values);
  return [
    ...checkMail(reminder, sample),
    ...named('signature', 'field-unknown', signature.unknown),
    ...named('signature', 'field-unfilled', signature.unfilled),
    ...blank('sms', 'sms-blank', sms.text === ''),
    ...named('sms', 'field-unknown', sms.unknown),
    ...named('sms', 'field-unfilled', sms.unfilled),
    ...(sms.tooLong ? [{ place: 'sms', code: 'sms-long', field: sms.segments.toString() } as const] : []),
  ];
}

function blank(place: Found['place'], code: Found['code'], is: boolean): readonly Found[] {
  return is ? [{ place, code, field: null }] : [];
}

function named(place: Found['place'], code: Found['code'], names: readonly string[]): readonly Found[] {
  return [...new Set(names)].map((field) => ({ place, code, field }));
}
