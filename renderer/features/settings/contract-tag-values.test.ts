import { describe, expect, it } from 'vitest';
import { checkContractTag } from './contract-tag-values.js';

const TAG = { name: 'notice-period', label: 'Notice period', preset: '', deleted: false };

describe('a tag of the organisation’s own', () => {
  it('G-11 needs a label and a name that no other tag has', () => {
    expect(checkContractTag(TAG, ['bonus'])).toEqual({});
    expect(checkContractTag({ ...TAG, label: ' ' }, [])).toEqual({ label: 'common.required' });
    for (const name of ['salary', 'bonus']) {
      expect(checkContractTag({ ...TAG, name }, ['bonus'])).toEqual({ name: 'settings.tagNameTaken' });
    }
  });

  it.each(['', 'Notice', 'notice period', '{notice}', 'å', '1st', 'a'.repeat(41)])('cannot be called %j', (name) => {
    expect(checkContractTag({ ...TAG, name }, [])).toEqual({ name: 'settings.tagNameInvalid' });
  });
});
