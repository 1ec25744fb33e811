import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDesk } from './support/desk.js';
import { joinFromFirstPage, joinFromSettings, makeInvitation } from './support/joining-page.js';
import { openSyncPage, pill, untilExchanged } from './support/sync-page.js';
import { SyncServer } from './support/sync-server.js';
import { expect, test } from './support/test.js';
import { startWorking } from './support/work.js';

test('whoever administers sees every laptop, and puts an end to the one that was lost', async ({ desk }) => {
  const { page } = desk;
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-e2e-server-'));
  const server = new SyncServer({ folder });
  const lost = await openDesk();
  try {
    const code = (await server.command('organisation', 'add', 'Norrvik Energi')).get('invitation') ?? '';
    await server.start();
    for (const { cable } of [desk, lost]) cable.plug();
    await startWorking(page);
    await joinFromSettings(page, { server: server.address, code, laptop: 'Stand left' });
    const invitation = await makeInvitation(page, 'Everybody at the stand');
    const bareAddress = server.address.replace('http://', '');
    await joinFromFirstPage(lost.page, { server: bareAddress, code: invitation, laptop: 'Stand right' });
    await expect(lost.page.getByRole('heading', { name: 'You are not in the list?' })).toBeVisible();
    await lost.page.getByRole('button', { name: /Maja Lindhult/ }).click();
    await untilExchanged(lost.page);

    await openSyncPage(page);
    const laptops = page.getByRole('region', { name: 'Laptops' }).getByRole('listitem');
    await expect(laptops).toHaveText([/^Stand left\s*This laptop/, /^Stand right\s*Everybody at the stand/]);
    await page.getByRole('button', { name: 'Revoke: Stand right' }).click();
    const question = page.getByRole('dialog', { name: 'Revoke: Stand right' });
    await question.getByRole('button', { name: 'Revoke', exact: true }).click();
    await expect(laptops.filter({ hasText: 'Stand right' })).toContainText('Revoked');
    await expect(pill(lost.page)).toHaveText('Laptop revoked');
    await expect(pill(lost.page)).toHaveAccessibleDescription(/shut out of the organisation/);
    expect(lost.faults).toEqual([]);
  } finally {
    await lost.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
