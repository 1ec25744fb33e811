import { describe, expect, it } from 'vitest';
import { MESSAGE_STATES } from '../../shared/records/message.js';
import { shownMessageState } from './message-state-label.js';

describe('the state of a message on the screen', () => {
  it('says of a reminder that waits for its day that it is scheduled, and not that it can still be undone', () => {
    expect(shownMessageState('held', null, null, 'reminder')).toBe('scheduled');
    expect(shownMessageState('held', null, null, 'invitation')).toBe('held');
    expect(shownMessageState('due', 'connection', null, 'reminder')).toBe('waiting');
  });

  it('C34 says of what is held for a reason whom or what it waits for, and not that it can still be undone', () => {
    expect(shownMessageState('held', null, 'mail/status-changed')).toBe('held-for-you');
    expect(shownMessageState('held', null, 'mail/status-changed', 'reminder')).toBe('held-for-you');
    expect(shownMessageState('held', null, 'mail/needs-server', 'panel-review')).toBe('waiting-server');
    expect(shownMessageState('held', null, 'mail/status-changed', 'reminder', true)).toBe('declined');
  });

  it('C22 says of what is due what it waits for, and changes nothing else', () => {
    expect(shownMessageState('due', 'connection')).toBe('waiting');
    expect(shownMessageState('due', 'account')).toBe('waiting-account');
    expect(shownMessageState('due', 'next-attempt')).toBe('deferred');
    for (const state of MESSAGE_STATES) {
      expect(shownMessageState(state, null)).toBe(state);
      if (state !== 'due') expect(shownMessageState(state, 'account')).toBe(state);
    }
  });
});
