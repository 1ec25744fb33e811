import { describe, expect, it } from 'vitest';
import { RIGHTS } from '../../records/recruiter.js';
import { PROGRESS_ACTIONS } from '../progress-action.js';
import { listProgressActions, progressActions } from './registry.js';

const BUILT: readonly string[] = [
  'withdraw',
  'delete',
  'send-email',
  'invite-to-interview',
  'reject',
  'save',
  'save-and-send-credentials',
  'forward',
  'transfer',
  'send-offer',
  'hire',
  'employment-contract',
  'panel-review',
  'send-letter',
];

describe('the list Further progress', () => {
  it('R2 holds exactly the fourteen actions, in the order of T1, for somebody with all rights', () => {
    expect(listProgressActions(RIGHTS).map(({ id }) => id)).toEqual([
      'withdraw',
      'delete',
      'send-email',
      'invite-to-interview',
      'reject',
      'save',
      'save-and-send-credentials',
      'forward',
      'transfer',
      'send-offer',
      'hire',
      'employment-contract',
      'send-letter',
      'panel-review',
    ]);
    expect(Object.keys(progressActions)).toEqual([...PROGRESS_ACTIONS, 'own-step']);
  });

  it('says of each whether it can be executed, or why not', () => {
    for (const { id, unavailable } of listProgressActions(RIGHTS)) {
      expect(unavailable).toBe(BUILT.includes(id) ? null : 'not-built-yet');
    }
  });

  it('C19 leaves out an action without its right', () => {
    const ids = listProgressActions(['reject']).map(({ id }) => id);
    expect(ids).toEqual(['withdraw', 'reject', 'save', 'send-letter']);
  });

  it('gives every built action its own id', () => {
    for (const [id, { built }] of Object.entries(progressActions)) if ('id' in built) expect(built.id).toBe(id);
  });
});
