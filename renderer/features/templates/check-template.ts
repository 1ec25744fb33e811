import type { MergeField } from '../../../shared/domain/merge-fields.js';
import { renderContents, renderSubject } from '../../../shared/domain/message-text.js';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import type { Sample } from './sample-values.js';

/**
 * What is wrong with a text, whoever it is sent to: blank, or it names fields that do not exist, that no mail of its kind
 * can fill, or that cannot stand where they stand (C32).
 */
export interface TemplateProblem {
  readonly part: keyof MailText;
  readonly code: 'subject-blank' | 'contents-blank' | 'field-unknown' | 'field-misplaced';
  readonly field: string | null;
}

export function checkTemplate({ subject, contents }: MailText, { values, links }: Sample): readonly TemplateProblem[] {
  const first = renderSubject(subject, values);
  const second = renderContents(contents, values, links);
  const isLinks = (field: MergeField): boolean => links[field] !== undefined;
  const blank = (part: keyof MailText, is: boolean): readonly TemplateProblem[] =>
    is ? [{ part, code: `${part}-blank`, field: null }] : [];
  const named = (
    part: keyof MailText,
    code: 'field-unknown' | 'field-misplaced',
    names: readonly string[],
  ): readonly TemplateProblem[] => [...new Set(names)].map((field) => ({ part, code, field }));
  return [
    ...blank('subject', first.text === ''),
    ...named('subject', 'field-unknown', [...first.unknown, ...first.unfilled.filter((field) => !isLinks(field))]),
    ...named('subject', 'field-misplaced', first.unfilled.filter(isLinks)),
    ...blank('contents', second.blank),
    ...named('contents', 'field-unknown', [...second.unknown, ...second.unfilled]),
    ...named('contents', 'field-misplaced', second.misplaced),
  ];
}
