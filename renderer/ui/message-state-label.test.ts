import { describe, expect, it } from 'vitest';
import { MESSAGE_STATES } from '../../shared/records/message.js';
import { shownMessageState } from './message-state-label.js';

describe('the state of a message on the screen', () => {
  it('C22 says of what is due that it waits while there is no connection, and changes nothing else', () => {
    expect(shownMessageState('due', false)).toBe('waiting');
    for (const state of MESSAGE_STATES) {
      expect(shownMessageState(state, true)).toBe(state);
      if (state !== 'due') expect(shownMessageState(state, false)).toBe(state);
    }
  });
});
