import { singleLine } from './single-line.js';

/** Zero-width marks besides the two joiners; the last are variation selectors. */
const ZERO_WIDTH = /\u200b|\u2060|\u180e|[\u{fe00}-\u{fe0f}]/gu;
/** The joiners belong inside words of some scripts (Persian, Indic) and nowhere else. */
const STRAY_JOINER = /(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}])/gu;

/** A name as it is stored: NFC, one line, any script, nothing invisible that could make two people look the same. */
export function cleanName(text: string): string {
  return singleLine(text.replace(ZERO_WIDTH, '').replace(STRAY_JOINER, '')).normalize('NFC');
}
