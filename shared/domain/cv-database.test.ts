import { expect, it } from 'vitest';
import { databaseEntry } from './cv-database.js';

const BOTH = { database: true, fair: true };

it('R24, R25: keeps whoever has a saved application, also beside one that is under way', () => {
  const kept = { kind: 'candidate', hasCv: true } as const;
  expect(databaseEntry({ ...kept, statuses: ['saved'] }, BOTH)).toEqual({ type: 'saved', consent: 'given' });
  const elsewhere = { ...kept, statuses: ['saved', 'transferred'] as const };
  expect(databaseEntry(elsewhere, BOTH)).toEqual({ type: 'candidate', consent: 'given' });
  expect(databaseEntry({ ...kept, statuses: ['rejected'] }, BOTH)).toBeNull();
});

it('G-12: keeps prospects, with or without a CV, whatever they agreed to', () => {
  const met = { kind: 'prospect', statuses: [], hasCv: false } as const;
  expect(databaseEntry(met, BOTH)).toEqual({ type: 'prospect', consent: 'given' });
  expect(databaseEntry({ ...met, hasCv: true }, { database: false, fair: true })).toEqual({
    type: 'cv-candidate',
    consent: 'fair-only',
  });
  expect(databaseEntry(met, { database: false, fair: false })).toMatchObject({ consent: 'none' });
});

it('C25: says of a saved one whose consent counts no more that it has ended, whatever was agreed for the fair', () => {
  const saved = { kind: 'candidate', statuses: ['saved'], hasCv: true } as const;
  for (const fair of [true, false]) {
    expect(databaseEntry(saved, { database: false, fair })).toEqual({ type: 'saved', consent: 'ended' });
  }
});

it('C24: lets those who were hired go', () => {
  expect(databaseEntry({ kind: 'candidate', statuses: ['saved', 'hired'], hasCv: true }, BOTH)).toBeNull();
});
