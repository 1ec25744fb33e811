import { renderContents, renderSubject } from '../../../shared/domain/message-text.js';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import type { FieldValues } from '../../../shared/domain/merge-fields.js';

/**
 * What is wrong with a text, whoever it is sent to: blank, or it names fields that do not exist or that no
 * mail of its kind can fill (C32).
 */
export interface TemplateProblem {
  readonly part: keyof MailText;
  readonly code: 'subject-blank' | 'contents-blank' | 'field-unknown';
  readonly field: string | null;
}

export function checkTemplate({ subject, contents }: MailText, values: FieldValues): readonly TemplateProblem[] {
  const first = renderSubject(subject, values);
  const second = renderContents(contents, values);
  const blank = (part: keyof MailText, is: boolean): readonly TemplateProblem[] =>
    is ? [{ part, code: `${part}-blank`, field: null }] : [];
  const unknown = (part: keyof MailText, names: readonly string[]): readonly TemplateProblem[] =>
    [...new Set(names)].map((field) => ({ part, code: 'field-unknown', field }));
  return [
    ...blank('subject', first.text === ''),
    ...unknown('subject', [...first.unknown, ...first.unfilled]),
    ...blank('contents', second.blank),
    ...unknown('contents', [...second.unknown, ...second.unfilled]),
  ];
}
