import { describe, expect, it } from 'vitest';
import { RIGHTS, type Right } from '../records/recruiter.js';
import { listProgressActions } from './progress-actions/registry.js';
import { levelOf, RIGHT_LEVELS, RIGHTS_OF_LEVEL, withLevel } from './right-levels.js';

const without = (rights: readonly Right[], ...gone: readonly Right[]) =>
  rights.filter((right) => !gone.includes(right));

describe('levels of rights', () => {
  it('G-9, C19 complete is all but text messages, which wait for a gateway', () => {
    expect(new Set(RIGHTS_OF_LEVEL.complete)).toEqual(new Set(without(RIGHTS, 'send-sms')));
    expect(levelOf(RIGHTS)).toBe('complete');
  });

  it('G-9 a department administrator has all but the settings, mid-level all but the job offer besides', () => {
    const { complete, 'mid-level': mid } = RIGHTS_OF_LEVEL;
    expect(new Set(RIGHTS_OF_LEVEL['department-administrator'])).toEqual(new Set(without(complete, 'administer')));
    expect(new Set(mid)).toEqual(new Set(without(complete, 'administer', 'offer')));
  });

  it('G-9, C19 limited adds, rejects and publishes; no transfer, no search, no invitation, no offer', () => {
    const { limited } = RIGHTS_OF_LEVEL;
    expect(limited).toEqual(expect.arrayContaining(['add-candidates', 'reject', 'vacancies']));
    expect(listProgressActions(limited)).toEqual(['withdraw', 'reject', 'save', 'send-letter']);
    const kept: readonly Right[] = limited;
    for (const right of ['transfer', 'cv-search', 'offer', 'administer'] as const) expect(kept).not.toContain(right);
  });

  it('G-9 is known again by its rights, and one more or one less is an own selection', () => {
    for (const level of RIGHT_LEVELS) {
      const rights = RIGHTS_OF_LEVEL[level];
      expect(levelOf(rights)).toBe(level);
      expect(levelOf([...rights].reverse())).toBe(level);
      expect(levelOf(rights.slice(1))).toBeNull();
      expect(levelOf([...rights, 'no-other-applications'])).toBeNull();
    }
  });

  it('C19 choosing a level neither gives nor takes text messages', () => {
    expect(withLevel(['send-sms'], 'limited')).toContain('send-sms');
    expect(withLevel([], 'complete')).not.toContain('send-sms');
  });
});
