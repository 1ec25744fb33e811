import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { FakeDisk } from '../electron/services/testing/fake-disk.js';
import { createPerson, idOf, makeChangeSet } from '../electron/services/testing/make-change-set.js';
import { openStorage, readAll } from '../electron/services/testing/open-storage.js';
import { openDesk } from './support/desk.js';
import { mountSmallDisk, type SmallDisk } from './support/small-disk.js';
import { countApplications, openVacancy, savePerson, startCapturing, typePerson } from './support/work.js';

const VACANCY = 'Trainee power systems';
const FIRST = { givenName: 'Nora', familyName: 'Fjellheim', email: 'nora@example.com', vacancy: VACANCY };
const SECOND = { givenName: 'Sanne', familyName: 'de Wit', email: 'sanne@example.com', vacancy: VACANCY };
/** Longer than what a file may still grow within the block that it has. */
const LONG_NOTE = 'Wants to see the whole grid. '.repeat(250);

test('on a full disk nothing is said to be saved, what was typed stays, and it is saved when there is room', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-full-'));
  const disk = mountSmallDisk(path.join(folder, 'disk'), 96);
  try {
    await (disk === null ? playWithoutMount() : play(disk));
  } finally {
    disk?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function play(disk: SmallDisk): Promise<void> {
  const desk = await openDesk({ dataFolder: path.join(disk.folder, 'data') });
  try {
    const { page } = desk;
    await startCapturing(page, VACANCY, [FIRST]);
    await typePerson(page, SECOND);
    await page.getByLabel('Note').fill(LONG_NOTE);

    disk.fill();
    await page.keyboard.press('Control+Enter');
    await expect(
      page.getByText('The disk is full, so this was not saved. What you typed is still here.'),
    ).toBeVisible();
    await expect(page.getByText('Sanne de Wit is saved')).toHaveCount(0);
    await expect(page.getByLabel('First name')).toHaveValue(SECOND.givenName);
    await expect(page.getByLabel('Email', { exact: true })).toHaveValue(SECOND.email);
    await expect(page.getByLabel('Note')).toHaveValue(LONG_NOTE);

    disk.makeRoom();
    await savePerson(page, SECOND);
    await desk.restart();
    await openVacancy(desk.page, VACANCY);
    expect(await countApplications(desk.page)).toBe(2);
    await expect(desk.page.getByRole('row').filter({ hasText: SECOND.familyName })).toBeVisible();
    await expect(desk.page.getByRole('row').filter({ hasText: FIRST.familyName })).toBeVisible();
  } finally {
    await desk.page.screenshot({ path: test.info().outputPath('page.png') }).catch(() => undefined); // no page, no picture
    await desk.close();
  }
}

/** Where no file system can be mounted, the same of the services over a disk in memory that has an end. */
async function playWithoutMount(): Promise<void> {
  const disk = new FakeDisk();
  let root: Uint8Array | null = null;
  const secrets = {
    kind: 'file',
    load: async () => root,
    save: async (key: Uint8Array) => {
      root = key;
    },
  } as const;
  const storage = await openStorage(disk, secrets);
  const { device } = storage.journal.head;
  const changeSet = makeChangeSet({ device, n: 1, changes: [createPerson(idOf(1))] });
  disk.capacity = disk.paths().reduce((sum, name) => sum + disk.contentOf(name).length, 0);
  expect(await storage.journal.append(changeSet)).toMatchObject({ ok: false, code: 'journal/disk-full' });
  expect(await readAll(storage.journal)).toEqual([]);
  disk.capacity = Infinity;
  expect(await storage.journal.append(changeSet)).toMatchObject({ ok: true });
  expect(await readAll(storage.journal)).toHaveLength(1);
  await storage.close();
}
