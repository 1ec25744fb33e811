import { parseTemplate } from '../../../shared/domain/merge-fields.js';
import type { MailText, MailTexts } from '../../../shared/domain/plan-mail.js';
import type { PlanProblem } from '../../../shared/domain/progress-action.js';
import type { Language } from '../../../shared/records/primitives.js';

/** R18, C32: each problem beside the field it is about. */
export interface PlacedProblems {
  readonly from: readonly PlanProblem[];
  readonly texts: ReadonlyMap<Language, TextProblems>;
}

export interface TextProblems {
  readonly subject: readonly PlanProblem[];
  readonly contents: readonly PlanProblem[];
}

export const NO_PROBLEMS: PlacedProblems = { from: [], texts: new Map() };

/** A merge field that cannot be filled stands beside every text it is used in. */
export function placeProblems(problems: readonly PlanProblem[], texts: MailTexts): PlacedProblems {
  const placed = new Map<Language, { subject: PlanProblem[]; contents: PlanProblem[] }>();
  for (const problem of problems) {
    const { language } = problem;
    if (language === null) continue;
    const place = placed.get(language) ?? { subject: [], contents: [] };
    const text = texts[language] ?? { subject: '', contents: '' };
    for (const part of partsOf(problem, text)) place[part].push(problem);
    placed.set(language, place);
  }
  return { from: problems.filter(({ code }) => code === 'from-invalid'), texts: placed };
}

/** Whether something is to be put right in the form, and not in the selection. */
export function hasFieldProblems({ from, texts }: PlacedProblems): boolean {
  return from.length > 0 || texts.size > 0;
}

/** After the sender, or the text in a language, was changed: what was said about it is no longer known. */
export function withoutProblems({ from, texts }: PlacedProblems, place: Language | 'from'): PlacedProblems {
  if (place === 'from') return { from: [], texts };
  return { from, texts: new Map([...texts].filter(([language]) => language !== place)) };
}

function partsOf({ code, field }: PlanProblem, text: MailText): readonly (keyof MailText)[] {
  switch (code) {
    case 'subject-blank':
      return ['subject'];
    case 'contents-blank':
      return ['contents'];
    case 'field-unknown':
    case 'field-unfilled':
      return (['subject', 'contents'] as const).filter((part) => uses(text[part], field));
    case 'from-invalid':
    case 'nobody-left':
      return [];
  }
}

function uses(template: string, field: string | null): boolean {
  return parseTemplate(template).some(
    (part) => (part.kind === 'field' && part.field === field) || (part.kind === 'unknown' && part.name === field),
  );
}
