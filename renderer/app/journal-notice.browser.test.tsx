import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Session } from '../data/session.js';
import { openTestSession } from '../testing/open-test-session.js';
import { hidePage, showPage } from '../testing/page-on-show.js';
import { JournalNotice } from './journal-notice.js';
import '@fontsource-variable/inter/opsz.css';
import '@mantine/core/styles.css';
import '../ui/global.css';
import '../ui/tokens.css';

type Damage = Session['damage'];

afterEach(hidePage);

async function show(damage: Partial<Damage>): Promise<void> {
  const opened = await openTestSession([]);
  const session = { ...opened, damage: { ...opened.damage, ...damage } };
  const router = createRouter({
    routeTree: createRootRoute({ component: JournalNotice }),
    history: createMemoryHistory(),
  });
  showPage(session, router, { width: 836 });
}

/** What stands on one line must not depend on the fonts of the system. */
async function useLettersOfProgram(): Promise<void> {
  document.body.style.fontFamily = 'Inter Variable';
  await document.fonts.load('13px "Inter Variable"');
}

const [FRAME] = [1] as unknown as Damage['lost'];

it('says calmly and on one line that something was put back: nothing is lost', async () => {
  await show({ restored: [FRAME] as Damage['restored'] });
  await useLettersOfProgram();
  await expect.element(page.getByRole('status')).toHaveTextContent('Nothing is missing.');
  expect(page.getByRole('status').element().getBoundingClientRect().height).toBeLessThan(36);
});

it('alarms where something is lost', async () => {
  await show({ lost: [FRAME] as Damage['lost'] });
  await expect.element(page.getByRole('alert')).toHaveTextContent('can no longer be read');
});
