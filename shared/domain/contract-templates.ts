import type { ContractTemplate } from '../records/contract.js';
import type { Language } from '../records/primitives.js';
import { unknownTagsIn, type Wording } from './contract-tags.js';

/** A wording that may be used for somebody; `id` is null for the one that comes with the program. */
export interface OfferedTemplate<Id extends string> extends Wording {
  readonly id: Id | null;
  readonly department: string;
}

/**
 * The templates for a department and a language, the closest first: the department's own, those for all, and the one
 * that comes with the program. Within each by title, so that two laptops choose the same.
 */
export function templatesFor<Id extends string>(
  templates: Iterable<ContractTemplate & { readonly id: Id }>,
  department: string,
  language: Language,
  shipped: Wording,
): readonly [OfferedTemplate<Id>, ...OfferedTemplate<Id>[]] {
  const fitting = [...templates].filter(
    (one) => !one.deleted && one.language === language && (one.department === department || one.department === ''),
  );
  const rank = (one: ContractTemplate): number => (one.department === '' ? 1 : 0);
  const byTitle = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  fitting.sort((a, b) => rank(a) - rank(b) || byTitle(a.title, b.title) || byTitle(a.id, b.id));
  const last: OfferedTemplate<Id> = { ...shipped, id: null, department: '' };
  const [first, ...rest] = fitting;
  return first === undefined ? [last] : [first, ...rest, last];
}

/** Why a template cannot be saved. */
export type TemplateProblem =
  | { readonly code: 'title-blank' | 'contents-blank' }
  /** G-11: it uses a tag that does not exist, or no longer. */
  | { readonly code: 'tag-unknown'; readonly tag: string };

/** What stands in the way of saving a wording; empty when nothing does. */
export function checkWording(wording: Wording, own: readonly string[]): readonly TemplateProblem[] {
  return [
    ...(wording.title.trim() === '' ? [{ code: 'title-blank' } as const] : []),
    ...(wording.blocks.length === 0 ? [{ code: 'contents-blank' } as const] : []),
    ...unknownTagsIn(wording, own).map((tag) => ({ code: 'tag-unknown', tag }) as const),
  ];
}
