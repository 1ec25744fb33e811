/** GSM 03.38, the default alphabet: seven bits each. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension: two places each, which no message parts. */
const EXTENDED = new Set('\f^{}\\[~]|€');

export interface SmsLength {
  readonly encoding: 'gsm-7' | 'ucs-2';
  /** Places taken, of all segments together. */
  readonly units: number;
  /** How many text messages are paid for; 0 for an empty text. */
  readonly segments: number;
  /** Places that are left in the last one. */
  readonly left: number;
  /** The letters that the GSM alphabet lacks, each once: for them alone the whole text takes more room. */
  readonly foreign: readonly string[];
}

/** Places in a message that is alone, and in each of several: their numbering takes room (GSM 03.40 9.2.3.24.1). */
const ROOM = { 'gsm-7': [160, 153], 'ucs-2': [70, 67] } as const;

/** How long a text is as SMS: one letter outside the GSM alphabet makes UCS-2 of the whole (G-8, C32). */
export function smsLength(text: string): SmsLength {
  const letters = Array.from(text); // a surrogate pair is one, and stays in one piece
  const foreign = [...new Set(letters.filter((letter) => !BASIC.has(letter) && !EXTENDED.has(letter)))];
  const encoding = foreign.length === 0 ? 'gsm-7' : 'ucs-2';
  const widths = letters.map((letter) => (encoding === 'ucs-2' ? letter.length : EXTENDED.has(letter) ? 2 : 1));
  const units = widths.reduce<number>((sum, width) => sum + width, 0);
  const [alone, each] = ROOM[encoding];
  if (units <= alone) return { encoding, units, segments: units === 0 ? 0 : 1, left: alone - units, foreign };
  let [segments, used] = [1, 0];
  for (const width of widths) {
    if (used + width > each) [segments, used] = [segments + 1, 0];
    used += width;
  }
  return { encoding, units, segments, left: each - used, foreign };
}
