import type { Language } from '../../records/primitives.js';
import { da } from './da/index.js';
import { en } from './en/index.js';
import { nb } from './nb/index.js';
import { nl } from './nl/index.js';
import { sv } from './sv/index.js';

/** One catalogue a language, one file an area of the application. English is the source. */
export const catalogues: Readonly<Record<Language, typeof en>> = { sv, da, nl, nb, en };
