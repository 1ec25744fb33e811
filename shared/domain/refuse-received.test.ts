import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../changes/change-set.js';
import { RIGHTS, type Right } from '../records/recruiter.js';
import { TABLES } from '../records/tables.js';
import { onlyAdds, refuseReceived, withoutForbiddenFolds } from './refuse-received.js';
import { refuseWrite, type WriteAction, type Write } from './refuse-write.js';
import type { KnownRecruiters } from './rights.js';

const EVA = 'e'.repeat(32);
const PER = 'f'.repeat(32);
const SOMEBODY = 'a'.repeat(32);
const EMPTY = { created: null, values: {}, fields: {}, sets: {}, events: {}, retracted: [], erased: false };

/** Eva with these rights, beside an administrator. */
function factsWith(rights: readonly Right[]) {
  const recruiters: KnownRecruiters = new Map([
    [EVA, { rights: [...rights], departments: [], active: true }],
    [PER, { rights: [...RIGHTS], departments: [], active: true }],
  ]);
  return { recruiters, departmentOf: () => null, channelOf: () => null, departmentOfTemplate: () => '' };
}

const target = (table: string) => ({ table, id: SOMEBODY, dossier: table === 'application' ? SOMEBODY : null });
const set = (table: string): Change => ({
  ...{ kind: 'set', ...target(table), field: 'name' },
  ...{ value: 'x', before: null, replaces: [] },
});
const step = (to: string): Change => ({
  kind: 'event',
  ...target('application'),
  event: { id: SOMEBODY, type: 'status', at: 1, by: EVA, to },
});
const erase = (whole: boolean, forgets?: true): Change => ({ kind: 'erase', ...target('person'), whole, forgets });

/** What each of them needs, whatever is written over it; without it the rest is not enough. */
const NEEDS: readonly (readonly [string, Change, readonly Right[]])[] = [
  ['another level for a recruiter', set('recruiter'), ['administer']],
  ['a contract template', set('contractTemplate'), ['administer']],
  ['a fair', set('fair'), ['vacancies']],
  ['a saved search', set('savedSearch'), ['cv-search']],
  ['a rejection', step('rejected'), ['reject']],
  ['a hiring', step('hired'), ['hire']],
  ['an offer', step('offered'), ['offer']],
  ['a deletion', step('deleted'), ['delete']],
  ['a transfer', step('moved'), ['transfer']],
  ['a permanent deletion', erase(true, true), ['deleted-applications']],
  ['a dossier that goes', erase(true), ['deleted-applications', 'add-candidates']],
];

describe('what a server takes', () => {
  it.each(NEEDS)('C19, G-9 %s is refused without its right under whatever name it comes', (_, change, needed) => {
    const rights = RIGHTS.filter((right) => right !== 'administer' && !needed.includes(right));
    for (const action of ['deliver', 'undo', 'edit-person', 'withdraw'] as const) {
      const write: Write = { action, by: EVA, changes: [change] };
      expect(refuseReceived(write, factsWith(rights))).toBe('right/missing');
      expect(refuseReceived(write, factsWith(RIGHTS))).toBeNull();
      expect(refuseReceived({ ...write, by: null }, factsWith(RIGHTS))).toBe('right/not-working-here');
    }
  });

  it('G-9 at the first start there is nobody to ask', () => {
    const nobody = { ...factsWith([]), recruiters: new Map() };
    expect(refuseReceived({ action: 'first-start', by: null, changes: [set('recruiter')] }, nobody)).toBeNull();
  });

  it('C19 never takes what a laptop would refuse', () => {
    const change = fc.constantFrom(...NEEDS.map(([, one]) => one), set('person'), step('withdrawn'));
    const write = fc.record({
      action: fc.constantFrom('undo', 'reject', 'edit-vacancy', 'deliver', 'capture'),
      by: fc.constantFrom(EVA, PER, null, SOMEBODY),
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(write, fc.subarray([...RIGHTS]), (one: Write, rights) => {
        const facts = factsWith(rights);
        const [here, there] = [refuseWrite(one, facts), refuseReceived(one, facts)];
        if (here !== null) expect(there).toBe(here);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out what was put back of records that the sender may not write, and takes the rest', () => {
    const folds = TABLES.map((table): Change => ({ kind: 'fold', ...target(table), state: EMPTY }));
    const adds = ({ table }: Change): boolean => table !== 'recruiter';
    const taken = (rights: readonly Right[], action: WriteAction = 'edit-vacancy') =>
      withoutForbiddenFolds({ action, by: EVA, changes: folds }, factsWith(rights), adds).map(({ table }) => table);
    expect(taken(RIGHTS)).toEqual(TABLES);
    expect(taken([])).not.toContain('recruiter');
    expect(taken([])).not.toContain('vacancy');
    expect(taken([])).toContain('application');
    expect(taken(['vacancies'])).toContain('vacancy');
    expect(taken([], 'join')).toEqual(TABLES.filter((table) => table !== 'recruiter'));
  });
});

describe('what a joining laptop brings', () => {
  it('only adds where the record is new, but for somebody who administers', () => {
    expect(onlyAdds('vacancy', null, { title: 'Trainee' })).toBe(true);
    expect(onlyAdds('recruiter', null, { rights: ['hire'] })).toBe(true);
    expect(onlyAdds('recruiter', null, { rights: ['hire', 'administer'] })).toBe(false);
  });

  it('only adds where nothing of it changes, or a list of the organisation goes on', () => {
    expect(onlyAdds('vacancy', { title: 'Trainee' }, { title: 'Trainee' })).toBe(true);
    expect(onlyAdds('vacancy', { title: 'Trainee' }, { title: 'Other' })).toBe(false);
    expect(onlyAdds('organisation', { departments: ['Grid'] }, { departments: ['Grid', 'IT'] })).toBe(true);
    expect(onlyAdds('organisation', { departments: ['Grid'] }, { departments: ['IT', 'Grid'] })).toBe(false);
    expect(onlyAdds('organisation', { departments: ['Grid'] }, { departments: [] })).toBe(false);
    expect(onlyAdds('recruiter', { rights: ['hire'] }, { rights: ['hire', 'reject'] })).toBe(false);
    expect(onlyAdds('vacancy', { title: 'Trainee' }, {})).toBe(false);
  });
});
