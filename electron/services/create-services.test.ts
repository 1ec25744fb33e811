import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Channel, InputOf } from '../../shared/host/contract.js';
import { dispatch } from '../../shared/host/dispatch.js';
import { createServices } from './create-services.js';
import type { Services } from './services.js';
import { createPerson, eraseDossier, idOf, makeChangeSet } from './testing/make-change-set.js';
import { makePorts } from './testing/make-ports.js';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function call<C extends Channel>(services: Services, channel: C, input: InputOf<C>): Promise<unknown> {
  return await dispatch(services.handlers, channel, input, (_channel, error) => {
    throw error;
  });
}

async function deviceOf(services: Services): Promise<string> {
  const head = await services.handlers['journal.open'](null);
  if (!head.ok) throw new Error(head.code);
  return head.value.device;
}

async function putPixel(services: Services, dossier: string): Promise<string> {
  const init = { method: 'POST', headers: { 'x-file-name': 'photo.png' }, body: PIXEL };
  const response = await services.lane(new Request(`http://host/files?dossier=${dossier}`, init));
  const { value } = (await response?.json()) as { value: { fileId: string } };
  return value.fileId;
}

describe('the services over one data folder', () => {
  it('give back after a restart what was saved before', async () => {
    const ports = await makePorts();
    const first = await createServices(ports);
    const changeSet = makeChangeSet({ device: await deviceOf(first), n: 1 });
    expect(await call(first, 'journal.append', { changeSet })).toEqual({ ok: true, value: { seq: 1 } });
    const fileId = await putPixel(first, idOf(1));
    await call(first, 'draft.write', { key: 'capture', draft: { name: 'Bo' } });
    await call(first, 'preferences.write', { theme: 'dark' });
    await first.close();

    const second = await createServices(ports);
    expect(await call(second, 'journal.open', null)).toMatchObject({
      value: { seq: 1, n: 1, stamp: changeSet.stamp, damaged: [], rolledBack: false },
    });
    expect(await call(second, 'journal.read', { after: 0, limit: 10 })).toEqual({
      ok: true,
      value: { entries: [{ seq: 1, changeSet }], head: 1 },
    });
    const file = await second.lane(new Request(`http://host/files/${fileId}`));
    expect(Buffer.from(new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0)))).toEqual(PIXEL);
    expect(await call(second, 'draft.read', { key: 'capture' })).toEqual({
      ok: true,
      value: { draft: { name: 'Bo' } },
    });
    expect(await call(second, 'preferences.read', null)).toMatchObject({ value: { theme: 'dark', language: null } });
    await second.close();
    expect(ports.faults).toEqual([]);
  });

  it('destroy the key and the files of a dossier with the change set that erases it', async () => {
    const ports = await makePorts();
    const services = await createServices(ports);
    const device = await deviceOf(services);
    const fileId = await putPixel(services, idOf(1));
    const both = [createPerson(idOf(1)), createPerson(idOf(2), 'Bo')];
    await call(services, 'journal.append', { changeSet: makeChangeSet({ device, n: 1, changes: both }) });
    const erasure = makeChangeSet({ device, n: 2, changes: [eraseDossier(idOf(1))] });
    await call(services, 'journal.append', { changeSet: erasure });
    const left = makeChangeSet({ device, n: 1, changes: both.slice(1) });
    expect(await call(services, 'journal.read', { after: 0, limit: 10 })).toMatchObject({
      value: { entries: [{ changeSet: left }, { changeSet: erasure }] },
    });
    expect((await services.lane(new Request(`http://host/files/${fileId}`)))?.status).toBeOneOf([404, 410]);
    expect(await call(services, 'journal.append', { changeSet: makeChangeSet({ device, n: 3 }) })).toMatchObject({
      ok: true,
    });
    const late = makeChangeSet({ device, n: 4, changes: [createPerson(idOf(1))] });
    expect(await call(services, 'journal.append', { changeSet: late })).toEqual({ ok: false, code: 'keyring/erased' });
    await services.close();
  });

  it('say that the keys are locked, begin nothing anew, and open once they can', async () => {
    const ports = await makePorts();
    const first = await createServices(ports);
    await call(first, 'journal.append', { changeSet: makeChangeSet({ device: await deviceOf(first), n: 1 }) });
    await first.close();
    ports.secrets.locked = true;
    const second = await createServices(ports);
    expect(await call(second, 'journal.open', null)).toMatchObject({ ok: false, code: 'keyring/locked' });
    expect((await second.lane(new Request(`http://host/files/${idOf(1)}`)))?.status).toBe(423);
    expect(await call(second, 'preferences.read', null)).toMatchObject({ ok: true });
    ports.secrets.locked = false;
    expect(await call(second, 'journal.open', null)).toMatchObject({ ok: true, value: { seq: 1 } });
    await second.close();
  });

  it('put preferences that cannot be understood aside and say so', async () => {
    const ports = await makePorts();
    await writeFile(join(ports.dataFolder, 'preferences.json'), '{"theme":"pink"');
    const services = await createServices(ports);
    expect(await call(services, 'preferences.read', null)).toMatchObject({ value: { theme: 'system' } });
    expect(ports.faults).toHaveLength(1);
    await services.close();
  });
});
