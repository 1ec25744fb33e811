import type { ContractDocument } from '../../../shared/records/contract.js';

/** A contract with every kind of part, and every letter that must be right. */
export function testContract(change: Partial<ContractDocument> = {}): ContractDocument {
  return {
    language: 'sv',
    title: 'Anställningsavtal',
    company: 'Nordwind Ångström AB',
    date: '2026-11-21',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Mellan Nordwind Ångström AB och Åsa Łukasiewicz-Erdős\nhar följande avtal träffats.',
      },
      {
        kind: 'facts',
        rows: [
          { label: 'Befattning', value: 'Trainee' },
          { label: 'Tillträdesdag', value: '1 februari 2027' },
        ],
      },
      { kind: 'heading', text: 'Anställning' },
      { kind: 'paragraph', text: 'Å Ä Ö å ä ö Æ Ø æ ø ij ł ő Ж Ω' },
      { kind: 'list', items: ['Semester: 25 dagar', 'Lön: 32 000 kr per månad'] },
      { kind: 'signatures', under: ['Ort och datum', 'Åsa Łukasiewicz-Erdős'] },
    ],
    ...change,
  };
}
