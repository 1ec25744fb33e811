import type { CopyDocument } from '../../../shared/records/copy-document.js';

/** A copy with every kind of part, and every letter that must be right. */
export function testCopy(change: Partial<CopyDocument> = {}): CopyDocument {
  return {
    language: 'sv',
    title: 'Det här sparar Nordwind Ångström AB om dig',
    company: 'Nordwind Ångström AB',
    date: '2026-11-21',
    unreadable: 'En ruta står för ett tecken som saknas.',
    blocks: [
      { kind: 'paragraph', text: 'Allt som sparas.' },
      { kind: 'heading', text: 'Dina uppgifter' },
      {
        kind: 'facts',
        rows: [
          { label: 'Namn', value: 'Åsa Łukasiewicz-Erdős' },
          { label: 'Postadress', value: 'Björkvägen 12 B\n972 41 Luleå' },
        ],
      },
      { kind: 'subheading', text: 'Trainee' },
      { kind: 'quote', text: 'Hej!\nÅ Ä Ö å ä ö Æ Ø æ ø ij ł ő Ж Ω' },
    ],
    ...change,
  };
}
