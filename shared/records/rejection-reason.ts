import { z } from 'zod';
import { Id, LanguageSchema, NameSchema } from './primitives.js';

/** Why somebody was rejected (C21), for the recruiters: no mail names it. */
export const RejectionReason = z.object({
  id: Id,
  names: z.record(LanguageSchema, NameSchema),
  /** Taken from the list: not offered any more, and still the reason of those it was given for. */
  retired: z.boolean().default(false),
});
export type RejectionReason = z.infer<typeof RejectionReason>;

/** The list as it is shipped. Fixed ids, so that every laptop means the same reason before anybody edited the list. */
export const SHIPPED_REJECTION_REASONS: readonly RejectionReason[] = [
  reason(1, {
    en: 'Missing qualifications',
    sv: 'Saknar kvalifikationer',
    da: 'Mangler kvalifikationer',
    nl: 'Onvoldoende kwalificaties',
    nb: 'Mangler kvalifikasjoner',
  }),
  reason(2, {
    en: 'Too little experience',
    sv: 'För lite erfarenhet',
    da: 'For lidt erfaring',
    nl: 'Te weinig ervaring',
    nb: 'For lite erfaring',
  }),
  reason(3, {
    en: 'Language skills do not suffice',
    sv: 'Otillräckliga språkkunskaper',
    da: 'Utilstrækkelige sprogkundskaber',
    nl: 'Onvoldoende talenkennis',
    nb: 'Ikke gode nok språkkunnskaper',
  }),
  reason(4, {
    en: 'Other applicants fit better',
    sv: 'Andra sökande passar bättre',
    da: 'Andre ansøgere passer bedre',
    nl: 'Andere sollicitanten passen beter',
    nb: 'Andre søkere passer bedre',
  }),
  reason(5, {
    en: 'Impression in the interview',
    sv: 'Intrycket vid intervjun',
    da: 'Indtrykket ved samtalen',
    nl: 'Indruk tijdens het interview',
    nb: 'Inntrykket fra intervjuet',
  }),
  reason(6, {
    en: 'Not available in time',
    sv: 'Inte tillgänglig i tid',
    da: 'Ikke til rådighed i tide',
    nl: 'Niet op tijd beschikbaar',
    nb: 'Ikke tilgjengelig i tide',
  }),
  reason(7, {
    en: 'Did not come to the interview',
    sv: 'Kom inte till intervjun',
    da: 'Mødte ikke op til samtalen',
    nl: 'Niet op het interview verschenen',
    nb: 'Møtte ikke til intervju',
  }),
  reason(8, {
    en: 'Position filled or withdrawn',
    sv: 'Tjänsten tillsatt eller indragen',
    da: 'Stillingen besat eller trukket tilbage',
    nl: 'Functie vervuld of ingetrokken',
    nb: 'Stillingen er besatt eller trukket',
  }),
  reason(9, { en: 'Other reason', sv: 'Annan anledning', da: 'Anden årsag', nl: 'Andere reden', nb: 'Annen grunn' }),
];

function reason(number: number, names: RejectionReason['names']): RejectionReason {
  return { id: `f1${number.toString(16).padStart(30, '0')}`, names, retired: false };
}
