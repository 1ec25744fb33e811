import type { LetterDocument, LetterLine } from '../../../shared/records/letter.js';

export function plainLine(text: string): LetterLine {
  return [{ text, bold: false, italic: false }];
}

/** A letter with every kind of part, and every letter that must be right. */
export function testLetter(change: Partial<LetterDocument> = {}): LetterDocument {
  return {
    language: 'sv',
    date: '2026-11-21',
    dateInWords: '21 november 2026',
    sender: { name: 'Nordwind Ångström AB', address: ['Storgatan 1', '111 22 Stockholm', 'nordwind.example.com'] },
    recipient: { name: 'Åsa Łukasiewicz-Erdős', address: ['Björkvägen 12 B', '972 41 Luleå'] },
    subject: 'Din ansökan: Trainee',
    blocks: [
      { kind: 'paragraph', lines: [plainLine('Hej Åsa,')] },
      {
        kind: 'paragraph',
        lines: [
          [
            { text: 'Tack för din ansökan till ', bold: false, italic: false },
            { text: 'Trainee', bold: true, italic: false },
            { text: ' hos oss. ', bold: false, italic: false },
            { text: 'Å Ä Ö å ä ö Æ Ø æ ø ij ł ő Ж Ω', bold: false, italic: true },
          ],
          plainLine('Andra raden'),
        ],
      },
      { kind: 'heading', lines: [plainLine('Så går det vidare')] },
      { kind: 'list', ordered: false, items: [[plainLine('Vi läser')], [plainLine('Vi ringer')]] },
      { kind: 'list', ordered: true, items: [[plainLine('Ett')], [plainLine('Två')]] },
      { kind: 'rule' },
      { kind: 'paragraph', lines: [plainLine('Med vänlig hälsning')] },
    ],
    signature: ['Maja Lindqvist', 'Nordwind Ångström AB'],
    ...change,
  };
}
