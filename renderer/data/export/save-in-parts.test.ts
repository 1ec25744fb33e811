import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../shared/host/contract.js';
import { failure, success } from '../../../shared/lib/result.js';
import { FakeHost } from '../testing/fake-host.js';
import { saveInParts } from './save-in-parts.js';

/** A host that keeps what is handed over, as the browser's download would. */
class SavingHost extends FakeHost {
  readonly parts: string[] = [];
  readonly ends: boolean[] = [];
  /** Parts that are taken before the person cancels the download. */
  takes = 99;

  override call: FakeHost['call'] = (channel, input) => {
    if (channel === 'export.begin') return Promise.resolve(success({ id: '1'.repeat(32), url: '/exports/1' }) as never);
    if (channel !== 'export.end') return Promise.resolve(failure('host/fault'));
    this.ends.push((input as InputOf<'export.end'>).whole);
    return Promise.resolve((this.ends.length === 1 ? success(null) : failure('export/stopped')) as never);
  };

  override putPart: FakeHost['putPart'] = (_id, part) => {
    if (this.parts.length >= this.takes) return Promise.resolve(failure('export/stopped'));
    this.parts.push(new TextDecoder().decode(part));
    return Promise.resolve(success(null));
  };
}

async function* three(onPart: (n: number) => void = () => undefined): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let n = 1; n <= 3; n++) {
    onPart(n);
    await Promise.resolve();
    yield new TextEncoder().encode(n.toString());
  }
}

const saved: string[] = [];
const save = (url: string, name: string) => void saved.push(`${url} ${name}`);

describe('a file saved while it is made', () => {
  it('is handed over part by part and ended as whole', async () => {
    const host = new SavingHost();
    const done = await saveInParts(host, { name: 'a.zip', parts: three() }, new AbortController().signal, save);
    expect([done, host.parts, host.ends]).toEqual([success(null), ['1', '2', '3'], [true]]);
    expect(saved).toEqual(['/exports/1 a.zip']);
  });

  it('is broken off when somebody stops it: no half of it is ended as whole', async () => {
    const host = new SavingHost();
    const stop = new AbortController();
    const parts = three((n) => {
      if (n === 2) stop.abort();
    });
    expect(await saveInParts(host, { name: 'a.zip', parts }, stop.signal, save)).toMatchObject({ ok: false });
    expect(host.parts).toEqual(['1']);
    expect(host.ends).not.toContain(true);
  });

  it('is broken off when nobody saves it any more, and makes nothing further', async () => {
    const host = new SavingHost();
    host.takes = 1;
    const made: number[] = [];
    const parts = three((n) => made.push(n));
    const done = await saveInParts(host, { name: 'a.zip', parts }, new AbortController().signal, save);
    expect(done).toEqual(failure('export/stopped'));
    expect([made, host.ends]).toEqual([[1, 2], [false]]);
  });

  it('is broken off when making it fails', async () => {
    const host = new SavingHost();
    const parts = three((n) => {
      if (n === 3) throw new Error('damaged');
    });
    await expect(saveInParts(host, { name: 'a.zip', parts }, new AbortController().signal, save)).rejects.toThrow();
    expect(host.ends).toEqual([false]);
  });
});
