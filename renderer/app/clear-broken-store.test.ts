import { describe, expect, it } from 'vitest';
import { success } from '../../shared/lib/result.js';
import { SealError } from '../data/sealing.js';
import { clearBrokenStore } from './clear-broken-store.js';

function makePage() {
  const calls: string[] = [];
  const memory = new Map<string, string>();
  const page = {
    memory: {
      getItem: (key: string) => memory.get(key) ?? null,
      setItem: (key: string, value: string) => void memory.set(key, value),
    },
    reload: () => void calls.push('reload'),
  };
  const host = {
    async call(channel: string) {
      calls.push(channel);
      return success(null);
    },
  } as Parameters<typeof clearBrokenStore>[1];
  return { page, host, calls };
}

describe('a working store that cannot even be deleted', () => {
  const refused = new DOMException('Internal error opening backing store', 'UnknownError');

  it('is thrown away by the host, and then the page starts afresh', async () => {
    const { page, host, calls } = makePage();
    void clearBrokenStore(refused, host, page);
    await expect.poll(() => calls).toEqual(['store.clear', 'reload']);
  });

  it('is thrown away once a window, so that a broken disk does not spin', async () => {
    const { page, host, calls } = makePage();
    void clearBrokenStore(refused, host, page);
    await expect.poll(() => calls).toContain('reload');
    await expect(clearBrokenStore(refused, host, page)).rejects.toBe(refused);
    expect(calls).toHaveLength(2);
  });

  it('is nothing to be cleared for a fault of another kind', async () => {
    const { page, host, calls } = makePage();
    const fault = new TypeError('a fault of the program');
    await expect(clearBrokenStore(fault, host, page)).rejects.toBe(fault);
    expect(calls).toEqual([]);
    void clearBrokenStore(new SealError(), host, page);
    await expect.poll(() => calls).toContain('store.clear');
  });
});
