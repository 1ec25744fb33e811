import { expect, it } from 'vitest';
import { seesOther } from './sees-other.js';

it.each([
  ['all-other-applications', true, true],
  ['own-other-applications', false, true],
  ['no-other-applications', false, false],
] as const)(
  'G-7, G-9: with the right %s other applications are seen (%s), those in the own vacancies (%s)',
  (right, others, own) => {
    expect(seesOther([right], { isOwn: false })).toBe(others);
    expect(seesOther([right], { isOwn: true })).toBe(own);
  },
);
