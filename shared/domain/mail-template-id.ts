import type { Language, MailTemplateId } from '../records/primitives.js';

const OFFSET = 0x6c62272e07bb014262b821756295c58dn;
const PRIME = 0x1000000000000000000013bn;

/** The id of the record for a purpose and a language, the same on every laptop: FNV-1a, 128 bit, of the two words. */
export function mailTemplateId(purpose: string, language: Language): MailTemplateId {
  let hash = OFFSET;
  for (const letter of `mail-template ${purpose} ${language}`) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * PRIME);
  }
  return hash.toString(16).padStart(32, '0') as MailTemplateId;
}
