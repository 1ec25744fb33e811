import { expect } from '@playwright/test';
import { addRecruiter, handTo } from './accounts-page.js';
import type { Desk } from './desk.js';
import type { Look } from './look.js';
import { joinFromSettings } from './joining-page.js';
import { makeLaptopOf, openSyncPage, pill } from './sync-page.js';
import type { SyncServer } from './sync-server.js';
import { goTo, savePerson, typePerson } from './work.js';

/** Sync as people see it: at rest, without the server, and with something that the server refused. The cable is plugged meanwhile. */
export async function syncScreens({ page, cable }: Desk, server: SyncServer, look: Look): Promise<void> {
  const code = (await server.command('organisation', 'add', 'Norrvik Energi')).get('invitation') ?? '';
  await server.start();
  cable.plug();
  await joinFromSettings(page, { server: server.address, code, laptop: 'Stand left' });
  await look('settings: server, joined');
  await addRecruiter(page, 'Oskar Brenn', 'oskar@example.com');
  await makeLaptopOf(page, 'Maja Lindhult', { server: server.address, laptop: 'Stand left' });
  await handTo(page, 'Oskar Brenn');
  const refused = { givenName: 'Wilhelmina', familyName: 'van der Oosterhuizen', email: 'wilhelmina@example.com' };
  await goTo(page, 'Capture');
  await typePerson(page, refused);
  await savePerson(page, refused);
  await openSyncPage(page);
  await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
  await look('sync, with something refused');
  await pill(page).click();
  await look('the menu of the pill, with a server');
  await page.keyboard.press('Escape');
  await goTo(page, 'Home');
  await look('home, with something refused');
  await server.stop();
  await openSyncPage(page);
  await page.keyboard.press('F5');
  await expect(pill(page)).toHaveText(/^Server offline/);
  await pill(page).click();
  await look('the menu of the pill, without its server');
  await page.keyboard.press('Escape');
  await handTo(page, 'Maja Lindhult');
}
