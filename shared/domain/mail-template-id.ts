import type { Language, MailTemplateId } from '../records/primitives.js';

const OFFSET = 0x6c62272e07bb014262b821756295c58dn;
const PRIME = 0x1000000000000000000013bn;

/**
 * The id of the record for a purpose, a language and a department (empty: for all), the same on every laptop: FNV-1a, 128 bit,
 * of the words. Neither a purpose nor a language holds a blank, so no two triples are the same words.
 */
export function mailTemplateId(purpose: string, language: Language, department = ''): MailTemplateId {
  const of = departmentKey(department);
  let hash = OFFSET;
  for (const letter of `mail-template ${purpose} ${language}${of === '' ? '' : ` ${of}`}`) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * PRIME);
  }
  return hash.toString(16).padStart(32, '0') as MailTemplateId;
}

/** Two keyboards write one name with other code points, or a blank behind it. */
export function departmentKey(department: string): string {
  return department.trim().normalize('NFC');
}
