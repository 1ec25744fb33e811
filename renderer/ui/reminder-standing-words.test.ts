import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translate.js';
import { createFormats } from './formats.js';
import { reminderStandingWords, type StandingReminder } from './reminder-standing-words.js';

const AT = Date.UTC(2026, 10, 22, 6, 54);
const WAITS = { state: 'held', reason: null, obstacle: null, leavesAt: AT, declined: false } as const;

function said(stands: Partial<StandingReminder>): string {
  const wording = { t: createTranslator('en').t, formats: createFormats('en', 'UTC') };
  return reminderStandingWords({ option: 'sms', waiting: null, leftAt: null, ...stands }, wording);
}

describe('R75 how a meeting is reminded of', () => {
  it('names the moment while it is still to come', () => {
    expect(said({ waiting: WAITS })).toMatch(/, leaves 22 Nov.*06:54$/);
  });

  it('says what it waits for once that moment is over', () => {
    const due = { ...WAITS, state: 'due' } as const;
    expect(said({ waiting: { ...due, obstacle: 'connection' } })).toMatch(/: Waiting for a connection$/);
    expect(said({ waiting: { ...due, obstacle: 'account' } })).toMatch(/: Waiting for the account$/);
    expect(said({ waiting: { ...due, state: 'sending' } })).toMatch(/: Sending$/);
  });

  it('R88 says that nothing leaves where whoever is reminded has declined', () => {
    expect(said({ waiting: { ...WAITS, declined: true } })).toMatch(/: Will not leave$/);
  });

  it('promises no time for one that is held for a reason', () => {
    expect(said({ waiting: { ...WAITS, reason: 'mail/status-changed' } })).toMatch(/: Awaits a decision$/);
  });

  it('says what has left, or that there is none', () => {
    expect(said({ leftAt: AT })).toMatch(/^Reminded 22 Nov/);
    expect(said({ option: 'none' })).toBe('No reminder');
  });
});
