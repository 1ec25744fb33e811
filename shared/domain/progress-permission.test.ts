import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES } from '../records/application.js';
import { PROGRESS_ACTIONS } from './progress-action.js';
import { permissionOf } from './progress-permission.js';

// One row an action; columns: new invited offered transferred restored saved rejected withdrawn hired deleted moved.
const TABLE = {
  withdraw: 'yes yes yes yes yes yes yes no  no  no  no ',
  delete: 'yes yes yes yes yes yes yes yes yes no  no ',
  'send-email': 'yes yes yes yes yes yes yes yes yes no  no ',
  'invite-to-interview': 'yes yes yes yes yes ask ask ask no  no  no ',
  reject: 'yes yes yes yes yes yes no  yes no  no  no ',
  save: 'yes yes yes yes yes no  yes yes no  no  no ',
  'save-and-send-credentials': 'yes yes yes yes yes yes yes yes no  no  no ',
  forward: 'yes yes yes yes yes yes yes yes yes no  no ',
  transfer: 'yes yes yes yes yes yes yes yes no  no  no ',
  'send-offer': 'yes yes yes yes yes ask ask ask no  no  no ',
  hire: 'yes yes yes yes yes ask ask ask no  no  no ',
  'employment-contract': 'yes yes yes yes yes ask ask ask yes no  no ',
  'send-letter': 'yes yes yes yes yes yes yes yes yes no  no ',
  'panel-review': 'yes yes yes yes yes yes yes yes no  no  no ',
} as const;
const WORDS = { yes: 'allowed', ask: 'asks', no: 'refused' } as const;

describe('which action is allowed in which status', () => {
  it.each(PROGRESS_ACTIONS)('C26 %s, in every status', (action) => {
    const cells = TABLE[action].trim().split(/ +/) as (keyof typeof WORDS)[];
    const expected = Object.fromEntries(APPLICATION_STATUSES.map((status, at) => [status, WORDS[cells[at] ?? 'no']]));
    const found = Object.fromEntries(APPLICATION_STATUSES.map((status) => [status, permissionOf(action, status)]));
    expect(found).toEqual(expected);
  });
});
