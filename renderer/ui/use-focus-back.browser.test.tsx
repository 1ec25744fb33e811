import { MantineProvider, Menu } from '@mantine/core';
import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createTranslator } from '../../shared/i18n/translate.js';
import { Dialog } from './dialog.js';
import '@mantine/core/styles.css';

/** As most are used: there only while it is asked for. */
function Page() {
  const [asks, setAsks] = useState(false);
  const [gone, setGone] = useState(false);
  const ask = (): void => {
    setAsks(true);
  };
  return (
    <main id="main" tabIndex={-1}>
      {gone ? null : <button onClick={ask}>Ask</button>}
      <Menu>
        <Menu.Target>
          <button>More</button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={ask}>Ask from a menu</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asks ? (
        <Dialog
          opened
          title="A question"
          onClose={() => {
            setAsks(false);
          }}
        >
          <button
            onClick={() => {
              setGone(true);
              setAsks(false);
            }}
          >
            Take it away
          </button>
        </Dialog>
      ) : null}
    </main>
  );
}

let root: Root;

beforeEach(() => {
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <MantineProvider env="test">
      <I18nextProvider i18n={createTranslator('en')}>
        <Page />
      </I18nextProvider>
    </MantineProvider>,
  );
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = page.getByRole('dialog');

it('gives the focus back to the button that opened it', async () => {
  await expect.element(button('Ask')).toBeInTheDocument();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(dialog).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button('Ask')).toHaveFocus();
});

it('gives it back to the button of the menu in whose line it was asked for', async () => {
  await button('More').click();
  await page.getByRole('menuitem', { name: 'Ask from a menu' }).click();
  await expect.element(dialog).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button('More')).toHaveFocus();
});

it('gives it to the page where the button has gone', async () => {
  await button('Ask').click();
  await button('Take it away').click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('main')).toHaveFocus();
});
