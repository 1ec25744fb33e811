import { describe, expect, it } from 'vitest';
import { NOTICE_VERSION } from '../domain/capture-notice.js';
import { canonicalJson } from '../lib/json.js';
import { LANGUAGES } from '../records/primitives.js';
import { catalogues } from './catalogues/index.js';

/** FNV-1a, 32 bit: enough to notice that somebody changed a word. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16);
}

describe('the consent notice', () => {
  // A consent says which words the person was shown. New words: new version, with their fingerprint added here; the line of
  // an old version stays.
  it('has a new version whenever a word of it changes', () => {
    const versions: Readonly<Record<string, string>> = { '2026-11': '611d30ba', '2026-11-23': '3033a4b5' };
    const words = LANGUAGES.map((language) => canonicalJson(catalogues[language].capture.notice)).join('\n');
    expect(versions[NOTICE_VERSION]).toBe(fingerprint(words));
  });

  it.each(LANGUAGES)('names who keeps the details and until when, in %s', (language) => {
    const { who, until, recipients } = catalogues[language].capture.notice;
    expect(who).toContain('{organisation}');
    expect(recipients).toContain('{organisation}');
    expect(until).toContain('{date}');
  });
});
