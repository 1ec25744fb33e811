import type { MailTemplateText } from '../records/mail-template.js';
import type { Language, MailTemplateId } from '../records/primitives.js';
import { departmentKey, mailTemplateId } from './mail-template-id.js';

/** What an organisation wrote, by id. */
export type StoredTexts = ReadonlyMap<MailTemplateId, { readonly text: MailTemplateText | null }>;

/** Somebody's own text; `department` is empty where it is the one for all. */
export interface HeldText {
  readonly text: MailTemplateText;
  readonly department: string;
}

/** G-8: the text of a department, else the one for all; null where neither is written and the shipped one is meant. */
export function closestText(
  stored: StoredTexts,
  purpose: string,
  language: Language,
  department: string,
): HeldText | null {
  return heldBy(stored, purpose, language, department) ?? heldBy(stored, purpose, language, '');
}

/** What people of these departments are written to with. */
export interface CommonText {
  readonly held: HeldText | null;
  /** Departments that have a text of their own, which is not the one that is used. */
  readonly passedOver: readonly string[];
}

/**
 * One text for each language, whoever is written to at once (beyond.md 12): that of the department where there is only one,
 * else the one for all. Whose own text that leaves out is named.
 */
export function commonText(
  stored: StoredTexts,
  purpose: string,
  language: Language,
  departments: readonly string[],
): CommonText {
  const [first = '', ...others] = [...new Set(departments.map(departmentKey))];
  if (others.length === 0) return { held: closestText(stored, purpose, language, first), passedOver: [] };
  const passedOver = [first, ...others].filter(
    (department) => department !== '' && heldBy(stored, purpose, language, department) !== null,
  );
  return { held: heldBy(stored, purpose, language, ''), passedOver };
}

function heldBy(stored: StoredTexts, purpose: string, language: Language, department: string): HeldText | null {
  const text = stored.get(mailTemplateId(purpose, language, department))?.text ?? null;
  return text === null ? null : { text, department: departmentKey(department) };
}
