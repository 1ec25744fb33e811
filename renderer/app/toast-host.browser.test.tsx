import { MantineProvider } from '@mantine/core';
import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { afterEach, expect, it } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import { success } from '../../shared/lib/result.js';
import { showToast } from '../state/ui-store.js';
import { openTestSession } from '../testing/open-test-session.js';
import { hidePage, showPage } from '../testing/page-on-show.js';
import { Dialog } from '../ui/dialog.js';
import { DialogFrame } from '../ui/dialog-frame.js';
import { theme } from '../ui/theme.js';
import { ToastHost } from './toast-host.js';
import '@mantine/core/styles.css';
import '../ui/tokens.css';

const LONG =
  'The reminder that was to leave today stays where it is, and 40 emails wait in the Outbox until then. '.repeat(2);
/** Both kinds, as tall as they come. */
const DIALOGS = {
  none: null,
  large: (
    <DialogFrame opened onClose={() => undefined} title="Rejection" step="details" actions={<button>Next</button>}>
      <div style={{ height: 2000 }} />
    </DialogFrame>
  ),
  small: (
    <Dialog opened onClose={() => undefined} title="Edit">
      <div style={{ height: 2000 }} />
    </Dialog>
  ),
} as const;
let dialog: keyof typeof DIALOGS = 'none';

let undone = 0;
const undo = () => {
  undone += 1;
  return Promise.resolve(success({ saved: { changeSets: [] }, kept: [] }));
};

function pressUndo(where: Locator): void {
  const init = { key: 'z', ctrlKey: true, bubbles: true, cancelable: true };
  where.element().dispatchEvent(new KeyboardEvent('keydown', init));
}

function ToSwedish() {
  const { i18n } = useTranslation();
  return (
    <button type="button" onClick={() => void i18n.changeLanguage('sv')}>
      Svenska
    </button>
  );
}

async function open(shown: keyof typeof DIALOGS = 'none'): Promise<void> {
  undone = 0;
  dialog = shown;
  const route = createRootRoute({
    component: () => (
      <>
        <input aria-label="Notes" />
        <button type="button">Entry</button>
        <ToSwedish />
        <MantineProvider env="test" theme={theme}>
          {DIALOGS[dialog]}
        </MantineProvider>
        <ToastHost />
      </>
    ),
  });
  const history = createMemoryHistory({ initialEntries: ['/'] });
  showPage(await openTestSession([]), createRouter({ routeTree: route, history }));
  await expect.element(page.getByLabelText('Notes')).toBeInTheDocument();
}
afterEach(hidePage);

it('Ctrl+Z takes back what the toast offers, once, but in a field it is the field’s own', async () => {
  await open();
  showToast({ text: 'Moved to 10:00', undo });
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeInTheDocument();
  pressUndo(page.getByRole('textbox', { name: 'Notes' }));
  expect(undone).toBe(0);
  pressUndo(page.getByRole('button', { name: 'Entry' }));
  await expect.element(page.getByText('Taken back')).toBeInTheDocument();
  pressUndo(page.getByRole('button', { name: 'Entry' }));
  expect(undone).toBe(1);
});

it('Ctrl+Z does nothing once the messages have left', async () => {
  await open();
  showToast({ text: 'Moved to 11:00', undo, until: 0 });
  await expect.element(page.getByText('Moved to 11:00')).toBeInTheDocument();
  await expect.poll(() => page.getByRole('button', { name: 'Undo' }).elements()).toEqual([]);
  pressUndo(page.getByRole('button', { name: 'Entry' }));
  expect(undone).toBe(0);
});

it('says nothing in a language that was left; the way back stays, in words of the new one', async () => {
  await open();
  showToast({ text: 'The organisation is saved', undo });
  await expect.element(page.getByText('The organisation is saved')).toBeInTheDocument();
  // The toast may lie over it.
  page
    .getByRole('button', { name: 'Svenska' })
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await expect.element(page.getByText('Det du gjorde senast kan ångras')).toBeInTheDocument();
  await page.getByRole('button', { name: 'Ångra' }).click();
  expect(undone).toBe(1);
});

it.each([
  ['large', 1366, 768],
  ['large', 900, 600],
  ['small', 1366, 768],
  ['small', 900, 600],
] as const)('lies on nothing of a %s dialog at %i × %i', async (shown, width, height) => {
  await page.viewport(width, height);
  await open(shown);
  const box = page.getByRole('dialog');
  await expect.element(box).toBeVisible();
  showToast({ text: LONG.slice(0, 100), undo });
  await expect.element(page.getByRole('button', { name: 'Undo', includeHidden: true })).toBeInTheDocument();
  const toast = page.getByRole('region', { name: 'Messages from Fairdesk', includeHidden: true });
  const rect = (of: Locator): DOMRect => of.element().getBoundingClientRect();
  const stands = () => rect(toast).height > 40 && rect(box).height > 300;
  await expect.poll(() => stands() && rect(box).top - rect(toast).bottom >= 0).toBe(true);
});
