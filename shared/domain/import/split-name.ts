/** Words that begin a family name in the five languages and their neighbours. */
const PARTICLES = new Set(
  "af av da das de del della den der di do dos du el la le 'm 's 't te ten ter tot van vande vander vom von zu zum zur".split(
    ' ',
  ),
);

export interface SplitName {
  readonly givenName: string;
  readonly familyName: string;
}

/** A whole name in its two parts: at its comma, else before the last word and the particles that belong to it. */
export function splitName(whole: string): SplitName {
  const comma = whole.indexOf(',');
  if (comma !== -1) {
    return { givenName: whole.slice(comma + 1).trim(), familyName: whole.slice(0, comma).trim() };
  }
  const words = whole.trim().split(/\s+/);
  let begin = words.length - 1;
  while (begin > 1 && PARTICLES.has((words[begin - 1] ?? '').toLowerCase().replaceAll('’', "'"))) begin -= 1;
  // The first particle may be further on: `Maria van der Berg Jansen`.
  const particle = words.findIndex((word, at) => at > 0 && at < begin && PARTICLES.has(word.toLowerCase()));
  if (particle > 0) begin = particle;
  return { givenName: words.slice(0, begin).join(' '), familyName: words.slice(begin).join(' ') };
}
