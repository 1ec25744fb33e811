import da from '../../resources/contract/da.txt?raw';
import en from '../../resources/contract/en.txt?raw';
import nb from '../../resources/contract/nb.txt?raw';
import nl from '../../resources/contract/nl.txt?raw';
import sv from '../../resources/contract/sv.txt?raw';
import type { Wording } from '../../shared/domain/contract-tags.js';
import { readWording } from '../../shared/domain/contract-text.js';
import type { Language } from '../../shared/records/primitives.js';

/** R41: the contract that comes with the program, in each language. A beginning: a lawyer must look at it before it is used. */
export const SHIPPED_WORDINGS: Readonly<Record<Language, Wording>> = {
  sv: readWording(sv),
  da: readWording(da),
  nl: readWording(nl),
  nb: readWording(nb),
  en: readWording(en),
};
