import { describe, expect, it } from 'vitest';
import type { Change, ChangeSet } from '../../shared/changes/change-set.js';
import { applyChange } from '../../shared/changes/merge.js';
import { EMPTY_STATE } from '../../shared/changes/record-state.js';
import { setStatus } from '../../shared/domain/status-event.js';
import type { ApplicationId, PersonId, RecruiterId, VacancyId } from '../../shared/records/primitives.js';
import { applicationCreate, personCreate, testId } from '../../shared/testing/change-builders.js';
import { exportLine } from './export/export-line.js';
import { isWrittenAgain, planAgain } from './plan-again.js';
import type { OpenRow } from './sealed-row.js';

const EBBA = testId<PersonId>(101);
const APPLICATION = testId<ApplicationId>(20);
const [MAJA, PER] = [testId<RecruiterId>(1), testId<RecruiterId>(2)];
const [HERE, BEFORE] = ['00000000000000aa', '00000000000000ab'];

function written(...changes: readonly Change[]): ChangeSet {
  const stamp = `000000000002-0000-${BEFORE}`;
  return { v: 1, device: BEFORE, n: 2, stamp, at: 2, by: MAJA, actionId: testId(90), action: 'reject', changes };
}

/** What stands, each change under a stamp of its own. */
function standing(...changes: readonly Change[]): ReadonlyMap<string, OpenRow> {
  const rows = new Map<string, OpenRow>();
  changes.forEach((change, at) => {
    const { id, table, dossier } = change;
    const stamp = `00000000001${at.toString()}-0000-${BEFORE}`;
    const state = applyChange(rows.get(id)?.state ?? EMPTY_STATE, change, stamp);
    rows.set(id, { id, table, dossier, rev: 1, changedSeq: 1, state });
  });
  return rows;
}

const application = applicationCreate(APPLICATION, { personId: EBBA, vacancyId: testId<VacancyId>(10) });
const PERSON = [personCreate(EBBA), application];
const seen = { applicationId: APPLICATION, personId: EBBA, status: 'new' } as const;
const step = (to: 'rejected' | 'saved' | 'hired', n = 70) =>
  setStatus(seen, to, { at: 2, by: MAJA, newId: () => testId(n) });

function again(rows: ReadonlyMap<string, OpenRow>, ...changes: readonly Change[]): readonly Change[] | null {
  const context = { rows, by: PER, device: HERE, holdUntil: 5_000, newId: () => testId<string>(99) };
  return planAgain([written(...changes)], context);
}

describe('what was refused, tried again', () => {
  it('is said by whoever tries it, from the status that stands now', () => {
    const saved = standing(...PERSON, step('saved', 71));
    expect(again(saved, step('rejected'))).toMatchObject([{ event: { to: 'rejected', from: 'saved', by: PER } }]);
  });

  it('R1 is no step that the status does not allow', () => {
    const hired = standing(...PERSON, step('hired', 71));
    expect(again(hired, step('rejected'))).toBeNull();
  });

  it('is a new event where the first one was taken back', () => {
    const event = step('rejected');
    const undone: Change = { kind: 'retract', table: 'application', id: APPLICATION, dossier: EBBA, event: testId(70) };
    expect(again(standing(...PERSON, undone), event)).toMatchObject([{ event: { id: testId(99) } }]);
  });

  it('holds its messages anew, under their own ids, and lets this laptop send them', () => {
    const fields = { channel: 'email', holdUntil: 30, deliverBy: BEFORE };
    const message: Change = { kind: 'create', table: 'message', id: testId(50), dossier: EBBA, fields };
    expect(again(standing(...PERSON), message)).toMatchObject([
      { id: testId(50), fields: { channel: 'email', holdUntil: 5_000, deliverBy: HERE } },
    ]);
    expect(again(standing(...PERSON, message), message)).toBeNull(); // it stands already, and perhaps has left
  });

  it('is not about somebody who is not here', () => {
    const note = { id: testId<string>(60), type: 'note', at: 1, by: MAJA, text: 'tall' };
    const change: Change = { kind: 'event', table: 'person', id: EBBA, dossier: EBBA, event: note };
    expect(again(standing(), change)).toBeNull();
    const erase: Change = { kind: 'erase', table: 'person', id: EBBA, dossier: EBBA, whole: true };
    expect(again(standing(...PERSON, erase), change)).toBeNull();
    expect(again(standing(...PERSON), change)).toMatchObject([{ event: { text: 'tall', by: PER } }]);
    expect(isWrittenAgain(written(change))).toBe(true);
    expect(isWrittenAgain(written(change, erase))).toBe(false);
  });
});

it('a refusal goes into no export: it concerns this laptop alone', () => {
  const [row] = standing(personCreate(EBBA)).values();
  if (row === undefined) throw new Error('nothing stands');
  expect(exportLine(row)).not.toBeNull();
  expect(exportLine({ ...row, table: 'refusal' })).toBeNull();
});
