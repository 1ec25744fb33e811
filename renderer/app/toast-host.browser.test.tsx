import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import { success } from '../../shared/lib/result.js';
import { showToast } from '../state/ui-store.js';
import { openTestSession } from '../testing/open-test-session.js';
import { hidePage, showPage } from '../testing/page-on-show.js';
import { ToastHost } from './toast-host.js';

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

beforeEach(async () => {
  undone = 0;
  const route = createRootRoute({
    component: () => (
      <>
        <input aria-label="Notes" />
        <button type="button">Entry</button>
        <ToSwedish />
        <ToastHost />
      </>
    ),
  });
  const history = createMemoryHistory({ initialEntries: ['/'] });
  showPage(await openTestSession([]), createRouter({ routeTree: route, history }));
  await expect.element(page.getByRole('textbox', { name: 'Notes' })).toBeInTheDocument();
});
afterEach(hidePage);

it('Ctrl+Z takes back what the toast offers, once, but in a field it is the field’s own', async () => {
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
  showToast({ text: 'Moved to 11:00', undo, until: 0 });
  await expect.element(page.getByText('Moved to 11:00')).toBeInTheDocument();
  await expect.poll(() => page.getByRole('button', { name: 'Undo' }).elements()).toEqual([]);
  pressUndo(page.getByRole('button', { name: 'Entry' }));
  expect(undone).toBe(0);
});

it('says nothing in a language that was left; the way back stays, in words of the new one', async () => {
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
