import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, success } from '../../shared/lib/result.js';
import { orFault } from './or-fault.js';
import { SealError } from './sealing.js';

const reported: unknown[] = [];

beforeEach(() => {
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
});

afterEach(() => {
  vi.unstubAllGlobals();
  reported.length = 0;
});

describe('work that somebody waits for', () => {
  it('answers what it answers, a failure too', async () => {
    expect(await orFault(() => Promise.resolve(success(1)))).toEqual(success(1));
    expect(await orFault(() => Promise.resolve(failure('export/stopped')))).toEqual(failure('export/stopped'));
  });

  it('fails with a code on a damaged store, and nobody is told of a fault', async () => {
    expect(await orFault(() => Promise.reject(new SealError()))).toEqual(failure('store/damaged'));
    expect(reported).toEqual([]);
  });

  it('fails with a code on a fault of the program, which is reported', async () => {
    const fault = new Error('not what its table declares');
    expect(await orFault(() => Promise.reject(fault))).toEqual(failure('host/fault'));
    expect(reported).toEqual([fault]);
  });
});
