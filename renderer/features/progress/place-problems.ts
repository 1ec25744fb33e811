import { NO_TEXT, type MailText, type MailTexts } from '../../../shared/domain/plan-mail.js';
import { templateUses, usesField } from '../../../shared/domain/rich-text-fields.js';
import { MAIL_PROBLEMS, type PlanProblem } from '../../../shared/domain/progress-action.js';
import type { Language } from '../../../shared/records/primitives.js';

/** R18, C32: each problem beside the field it is about. */
export interface PlacedProblems {
  /** About the action's own fields: every code that is none of a mail's. */
  readonly fields: readonly PlanProblem[];
  readonly from: readonly PlanProblem[];
  readonly texts: ReadonlyMap<Language, TextProblems>;
}

export interface TextProblems {
  readonly subject: readonly PlanProblem[];
  readonly contents: readonly PlanProblem[];
}

/** Where something is changed, so that what was said about it is no longer known. */
export type ProblemPlace = Language | 'from' | 'fields';

export const NO_PROBLEMS: PlacedProblems = { fields: [], from: [], texts: new Map() };

/** A merge field that cannot be filled stands beside every text it is used in. */
export function placeProblems(problems: readonly PlanProblem[], texts: MailTexts): PlacedProblems {
  const placed = new Map<Language, { subject: PlanProblem[]; contents: PlanProblem[] }>();
  for (const problem of problems) {
    const { language } = problem;
    if (language === null) continue;
    const place = placed.get(language) ?? { subject: [], contents: [] };
    const text = texts[language] ?? NO_TEXT;
    for (const part of partsOf(problem, text)) place[part].push(problem);
    placed.set(language, place);
  }
  return {
    fields: problems.filter(({ code }) => isOwnField(code)),
    from: problems.filter(({ code }) => code === 'from-invalid'),
    texts: placed,
  };
}

/** Whether something is to be put right in the mail, and not in the selection or the action's own fields. */
export function hasMailProblems({ from, texts }: PlacedProblems): boolean {
  return from.length > 0 || texts.size > 0;
}

/** After something was changed: what was said about it is no longer known. */
export function withoutProblems(problems: PlacedProblems, place: ProblemPlace): PlacedProblems {
  if (place === 'fields') return { ...problems, fields: [] };
  if (place === 'from') return { ...problems, from: [] };
  return { ...problems, texts: new Map([...problems.texts].filter(([language]) => language !== place)) };
}

/** To be put right in the plan itself. */
const OF_THE_PLAN: readonly PlanProblem['code'][] = [
  'nobody-left',
  'right-missing',
  'interview-places-few',
  'interview-group-full',
  'contract-not-rendered',
  'credentials-place-missing',
  'letter-not-rendered',
  'letter-unreadable',
];

function isOwnField(code: PlanProblem['code']): boolean {
  return !(MAIL_PROBLEMS as readonly string[]).includes(code) && !OF_THE_PLAN.includes(code);
}

function partsOf({ code, field }: PlanProblem, text: MailText): readonly (keyof MailText)[] {
  switch (code) {
    case 'password-misplaced':
      return templateUses(text.subject, 'password') ? ['subject'] : ['contents'];
    case 'subject-blank':
    case 'detail-in-subject':
      return ['subject'];
    case 'contents-blank':
    case 'panel-link-missing':
    case 'credentials-missing':
    case 'detail-in-contents':
      return ['contents'];
    case 'field-unknown':
    case 'field-unfilled':
    case 'field-withheld':
    case 'field-misplaced':
      return [
        ...(templateUses(text.subject, field ?? '') ? (['subject'] as const) : []),
        ...(usesField(text.contents, field ?? '') ? (['contents'] as const) : []),
      ];
    default:
      return [];
  }
}
