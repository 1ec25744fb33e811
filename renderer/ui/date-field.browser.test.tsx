import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createTranslator } from '../../shared/i18n/translate.js';
import type { Language } from '../../shared/records/primitives.js';
import { DateField } from './date-field.js';
import { FormatsProvider } from './formats.js';

let root: Root | null = null;
const heard: string[] = [];

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  heard.length = 0;
});

function Field() {
  const [value, setValue] = useState('2026-11-21');
  return (
    <DateField
      label="First day"
      value={value}
      onChange={(next) => {
        heard.push(next);
        setValue(next);
      }}
    />
  );
}

function show(language: Language): void {
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <MantineProvider env="test">
      <I18nextProvider i18n={createTranslator(language)}>
        <FormatsProvider language={language} zone="Europe/Oslo">
          <Field />
        </FormatsProvider>
      </I18nextProvider>
    </MantineProvider>,
  );
}

it('reads as dates do on every page, in the language of the screen', async () => {
  show('en');
  await expect.element(page.getByLabelText('First day')).toHaveValue('21 Nov 2026');
  root?.unmount();
  show('nl');
  await expect.element(page.getByLabelText('First day').last()).toHaveValue('21 nov 2026');
});

it('is typed as 2026-12-01 or as the day first, and keeps what is no date', async () => {
  show('en');
  const field = page.getByLabelText('First day');
  await field.click();
  await expect.element(field).toHaveValue('2026-11-21');
  await userEvent.fill(field, '1.12.2026');
  await userEvent.tab();
  await expect.element(field).toHaveValue('1 Dec 2026');
  expect(heard.at(-1)).toBe('2026-12-01');
  await userEvent.fill(field, 'tomorrow');
  await userEvent.tab();
  await expect.element(field).toHaveValue('tomorrow');
});
