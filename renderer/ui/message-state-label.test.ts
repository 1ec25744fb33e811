import { describe, expect, it } from 'vitest';
import { MESSAGE_STATES } from '../../shared/records/message.js';
import { shownMessageState } from './message-state-label.js';

describe('the state of a message on the screen', () => {
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
