import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import { Organisation } from '../../../shared/records/organisation.js';
import { RejectionReason, SHIPPED_REJECTION_REASONS } from '../../../shared/records/rejection-reason.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import { checkReason, withoutReason, withReason } from './reason-values.js';

const NAMES = { sv: 'Ett', da: 'En', nl: 'Een', nb: 'En', en: ' One ' };

describe('C21 the list of reasons', () => {
  it('is shipped in five languages, each reason of its own, and is there for data without it', () => {
    for (const reason of SHIPPED_REJECTION_REASONS) expect(RejectionReason.parse(reason)).toEqual(reason);
    for (const language of LANGUAGES) {
      const names = SHIPPED_REJECTION_REASONS.map(({ names: of }) => of[language]);
      expect(new Set(names).size).toBe(SHIPPED_REJECTION_REASONS.length);
    }
    expect(Organisation.parse(organisationCreate().fields).rejectionReasons).toEqual(SHIPPED_REJECTION_REASONS);
  });

  it('asks for a name in every language', () => {
    expect(checkReason(NAMES)).toEqual({});
    expect(checkReason({ ...NAMES, nl: ' ', sv: '' })).toEqual({ nl: 'common.required', sv: 'common.required' });
  });

  it('takes new reasons at its end and changed ones in their place', () => {
    const id = testId(7);
    const added = withReason(SHIPPED_REJECTION_REASONS, id, NAMES);
    expect(added.at(-1)).toEqual({ id, names: { ...NAMES, en: 'One' }, retired: false });
    const changed = withReason(added, SHIPPED_REJECTION_REASONS[0]!.id, NAMES);
    expect(changed.map((reason) => reason.id)).toEqual(added.map((reason) => reason.id));
    expect(changed[0]?.names.en).toBe('One');
  });

  it('keeps what was removed for those who were rejected for it', () => {
    const { id } = SHIPPED_REJECTION_REASONS[2]!;
    const left = withoutReason(SHIPPED_REJECTION_REASONS, id);
    expect(left.filter(({ retired }) => retired).map((reason) => reason.id)).toEqual([id]);
    expect(left).toHaveLength(SHIPPED_REJECTION_REASONS.length);
  });
});
