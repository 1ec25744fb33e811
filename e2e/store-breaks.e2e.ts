import { expect, test } from './support/test.js';
import { goTo, openDossier, openVacancy, startCapturing } from './support/work.js';
import type { Desk } from './support/desk.js';

const VACANCY = 'Trainee power systems';
const NORA = { givenName: 'Nora', familyName: 'Fjellheim', email: 'nora@example.com', vacancy: VACANCY };
const SANNE = { ...NORA, givenName: 'Sanne', familyName: 'de Wit', email: 'sanne@example.com' };

test('a working copy that breaks while somebody works is made again; the second time within a minute says so', async ({
  desk,
}) => {
  const { page } = desk;
  await startCapturing(page, VACANCY, [NORA, SANNE]);
  await page.getByLabel('First name').fill('Arvid'); // typed, not saved

  await damageEveryRow(desk);
  await openVacancy(page, VACANCY);
  await openDossier(page, NORA);
  await expect(page.getByText('was damaged and has been made again')).toBeVisible();
  await expect(page.getByText(NORA.email).first()).toBeVisible();
  await goTo(page, 'Capture');
  await expect(page.getByLabel('First name')).toHaveValue('Arvid');

  await damageEveryRow(desk);
  await openVacancy(page, VACANCY);
  await page.getByRole('row').filter({ hasText: SANNE.familyName }).dblclick();
  await expect(page.getByRole('heading', { name: 'Fairdesk could not open your work' })).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await openVacancy(page, VACANCY);
});

/** As a disk that returns other bytes than it was given: behind the page's back, in the store that it has open. */
async function damageEveryRow({ page }: Desk): Promise<void> {
  await page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const database = await settled(indexedDB.open('fairdesk'));
    const rows = database.transaction('records', 'readwrite').objectStore('records');
    for (const row of (await settled(rows.getAll())) as { box: Uint8Array }[]) {
      await settled(rows.put({ ...row, box: new Uint8Array(row.box.length) }));
    }
    database.close();
  });
}
