import { foldText } from '../../lib/fold-text.js';
import type { Language } from '../../records/primitives.js';

/** As they are called in the five languages, and as codes. */
const NAMES: Readonly<Record<Language, string>> = {
  sv: 'sv swe se swedish svenska svensk zweeds',
  da: 'da dan dk danish danska dansk deens',
  nl: 'nl nld dut dutch nederlandska nederlandsk hollandsk hollandska nederlands vlaams flemish',
  nb: 'nb nob no nor nn nno norwegian norska norsk bokmal nynorsk noors',
  en: 'en eng gb uk us english engelska engelsk engels',
};
const BY_NAME = new Map(
  (Object.entries(NAMES) as [Language, string][]).flatMap(([language, names]) =>
    names.split(' ').map((name) => [name, language] as const),
  ),
);

/** A language as somebody wrote it (`svenska`, `nb-NO`, `Norsk bokmål`); null for one that no mail is written in here. */
export function readLanguage(text: string): Language | null {
  const [first = ''] = foldText(text).split(/[^\p{L}]+/u);
  return BY_NAME.get(first) ?? null;
}
