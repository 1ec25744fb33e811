import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Recruiter, RIGHTS } from './recruiter.js';

const OPEN_BEFORE = ['vacancies', 'documents-notes', 'process-list', 'all-other-applications', 'cv-search'];

function rightsIn(stored: readonly string[]): readonly string[] {
  return Recruiter.parse({ name: 'Maja', email: '', rights: stored, active: true }).rights;
}

describe('rights as they are stored', () => {
  it('G-9 a list from before means what it meant: every invitation, the pages behind, and what nobody was kept from', () => {
    expect(rightsIn([])).toEqual(OPEN_BEFORE);
    expect(rightsIn(['invite', 'reject'])).toEqual(
      RIGHTS.filter((right) => [...OPEN_BEFORE, 'reject'].includes(right) || right.startsWith('invite-')),
    );
    expect(rightsIn(['delete'])).toEqual(expect.arrayContaining(['delete', 'deleted-applications']));
    expect(rightsIn(['hire'])).toEqual(expect.arrayContaining(['hire', 'employees']));
    expect(
      rightsIn([
        'administer',
        'send-email',
        'send-sms',
        'invite',
        'reject',
        'transfer',
        'offer',
        'hire',
        'delete',
        'add-candidates',
      ]),
    ).toEqual([...RIGHTS]);
  });

  it('G-9 a list of today gives nothing that it does not name', () => {
    expect(rightsIn(['no-other-applications'])).toEqual(['no-other-applications']);
    expect(rightsIn(['delete', 'own-other-applications'])).toEqual(['delete', 'own-other-applications']);
    fc.assert(
      fc.property(fc.subarray([...RIGHTS]), (rights) => {
        const written = [...rights.filter((right) => right !== 'all-other-applications'), 'no-other-applications'];
        expect(rightsIn(written)).toEqual(written);
      }),
    );
  });

  it('G-9 reading twice changes nothing', () => {
    fc.assert(
      fc.property(fc.subarray([...RIGHTS, 'invite' as const]), (stored) => {
        const once = rightsIn(stored);
        expect(rightsIn(once)).toEqual(once);
      }),
    );
  });

  it('C19 a right that nobody knows is refused, and no departments are all departments', () => {
    expect(() => rightsIn(['everything'])).toThrow();
    expect(Recruiter.parse({ name: '', email: '', rights: [], active: true }).departments).toEqual([]);
  });
});
