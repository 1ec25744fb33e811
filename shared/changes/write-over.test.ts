import { describe, expect, it } from 'vitest';
import { applyChange, joinStates } from './merge.js';
import { EMPTY_STATE, rivals, valuesOf, type RecordState } from './record-state.js';
import { giveWay, writeOver } from './write-over.js';

const target = { table: 'organisation', id: 'o', dossier: null };
const stampOf = (ms: number, device: string) => `${ms.toString(16).padStart(12, '0')}-0000-${device.repeat(16)}`;

function created(ms: number, device: string, name: string): RecordState {
  return applyChange(EMPTY_STATE, { kind: 'create', ...target, fields: { name } }, stampOf(ms, device));
}

describe('giving way', () => {
  it.each([
    { ms: 1, when: 'earlier' },
    { ms: 9, when: 'later' },
  ])('what was written without having seen what is there becomes past, also when it was written $when', ({ ms }) => {
    const there = created(5, 'b', 'Theirs');
    const joined = giveWay(joinStates(created(ms, 'a', 'Ours'), there), there);
    expect(valuesOf(joined)).toEqual({ name: 'Theirs' });
    const everywhere = joinStates(joinStates(created(ms, 'a', 'Ours'), there), joined);
    expect(valuesOf(everywhere)).toEqual({ name: 'Theirs' });
    for (const register of everywhere.fields.values()) expect(rivals(register)).toEqual([]);
  });

  it('what was written over what is there stays, and so does what is not there at all', () => {
    const there = created(5, 'b', 'Theirs');
    const over = writeOver(there, { name: 'Newer', zone: 'Europe/Oslo' }, stampOf(6, 'a'));
    expect(valuesOf(giveWay(over, there))).toEqual({ name: 'Newer', zone: 'Europe/Oslo' });
  });
});

it('writes over everything that stands in a field', () => {
  const torn = joinStates(created(1, 'a', 'Ours'), created(2, 'b', 'Theirs'));
  const written = writeOver(torn, { name: 'One' }, stampOf(3, 'a'));
  expect(valuesOf(joinStates(torn, written))).toEqual({ name: 'One' });
  expect(joinStates(torn, written)).toEqual(joinStates(written, torn));
});
