import type { TFunction } from 'i18next';
import type { Roster } from '../../data/roster/rows.js';
import type { Formats } from '../../ui/formats.js';

/** In which words it is said: the screen's, or those of the person whom it is about. */
export interface Wording {
  readonly t: TFunction;
  readonly formats: Formats;
  readonly roster: Roster;
}
