import { describe, expect, it } from 'vitest';
import { testId } from '../../../shared/testing/change-builders.js';
import { checkRecruiter, NEW_RECRUITER } from './recruiter-values.js';

const maja = { ...NEW_RECRUITER, name: 'Maja Lindhult', email: 'maja@example.com' };
const administrator = { ...maja, id: testId<never>(1), rights: [...maja.rights, 'administer' as const] };

describe('checkRecruiter', () => {
  it('asks for a name, and for an address only when one is given', () => {
    expect(checkRecruiter(maja, [administrator])).toEqual({});
    expect(checkRecruiter({ ...maja, email: '' }, [administrator])).toEqual({});
    expect(checkRecruiter({ ...maja, name: ' ', email: 'maja@' }, [administrator])).toEqual({
      name: 'common.required',
      email: 'common.invalidEmail',
    });
  });

  it('G-9 keeps at least one administrator who works here', () => {
    expect(checkRecruiter(administrator, [])).toEqual({});
    expect(checkRecruiter(maja, [])).toEqual({ rights: 'settings.lastAdministrator' });
    expect(checkRecruiter({ ...administrator, active: false }, [])).toHaveProperty('rights');
    expect(checkRecruiter(maja, [{ ...administrator, active: false }])).toHaveProperty('rights');
  });
});
