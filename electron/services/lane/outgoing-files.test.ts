import { describe, expect, it } from 'vitest';
import { OutgoingFiles } from './outgoing-files.js';

const PART = new TextEncoder().encode('part');

async function begun(files: OutgoingFiles): Promise<string> {
  const answer = await files.handlers['export.begin'](null);
  if (!answer.ok) throw new Error(answer.code);
  expect(answer.value.url).toBe(`/exports/${answer.value.id}`);
  return answer.value.id;
}

describe('a file on its way out', () => {
  it('takes a part only when the one before it has left, and is whole at its end', async () => {
    const files = new OutgoingFiles();
    const id = await begun(files);
    const reader = files.take(id)?.getReader();
    const done: string[] = [];
    const first = files.put(id, PART).then(() => done.push('first'));
    const second = files.put(id, PART).then(() => done.push('second'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(done).toEqual([]);
    expect((await reader?.read())?.value).toEqual(PART);
    await first;
    expect((await reader?.read())?.value).toEqual(PART);
    await second;
    const ended = files.handlers['export.end']({ id, whole: true });
    expect((await reader?.read())?.done).toBe(true);
    expect(await ended).toEqual({ ok: true, value: null });
  });

  it('can be fetched once', async () => {
    const files = new OutgoingFiles();
    const id = await begun(files);
    expect(files.take(id)).not.toBeNull();
    expect(files.take(id)).toBeNull();
    expect(files.take('0'.repeat(32))).toBeNull();
  });

  it('breaks off where it is stopped, so that no half file looks whole', async () => {
    const files = new OutgoingFiles();
    const id = await begun(files);
    const reader = files.take(id)?.getReader();
    const put = files.put(id, PART);
    await reader?.read();
    await put;
    await files.handlers['export.end']({ id, whole: false });
    await expect(reader?.read()).rejects.toThrow();
    expect(await files.put(id, PART)).toEqual({ ok: false, code: 'export/stopped' });
  });

  it('tells who writes when nobody saves it any more', async () => {
    const files = new OutgoingFiles();
    const id = await begun(files);
    const put = files.put(id, PART);
    await files.take(id)?.cancel();
    expect(await put).toEqual({ ok: false, code: 'export/stopped' });
    expect(await files.handlers['export.end']({ id, whole: true })).toEqual({ ok: false, code: 'export/stopped' });
  });

  it('lets the oldest go when somebody begins too many, and all at the end', async () => {
    const files = new OutgoingFiles();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(await begun(files));
    expect(files.take(ids[0] ?? '')).toBeNull();
    const reader = files.take(ids[4] ?? '')?.getReader();
    files.stopAll();
    await expect(reader?.read()).rejects.toThrow();
  });
});
