import { describe, expect, it } from 'vitest';
import { RIGHTS } from '../../records/recruiter.js';
import { PROGRESS_ACTIONS } from '../progress-action.js';
import { listProgressActions, progressActions } from './registry.js';

describe('the list Further progress', () => {
  it('R2 holds exactly the fourteen actions, in the order of T1, for somebody with all rights', () => {
    expect(listProgressActions(RIGHTS)).toEqual([
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

  it('C19 leaves out an action without its right', () => {
    expect(listProgressActions(['reject'])).toEqual(['withdraw', 'reject', 'save', 'send-letter']);
  });

  it('gives every action its own id', () => {
    for (const [id, { action }] of Object.entries(progressActions)) expect(action.id).toBe(id);
  });
});
