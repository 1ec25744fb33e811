import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES } from '../records/application.js';
import { cellOf } from '../testing/action-table.js';
import { PROGRESS_ACTIONS } from './progress-action.js';
import { permissionOf } from './progress-permission.js';

describe('which action is allowed in which status', () => {
  it.each(PROGRESS_ACTIONS)('C26 %s, in every status', (action) => {
    const expected = Object.fromEntries(APPLICATION_STATUSES.map((status) => [status, cellOf(action, status)]));
    const found = Object.fromEntries(APPLICATION_STATUSES.map((status) => [status, permissionOf(action, status)]));
    expect(found).toEqual(expected);
  });
});
