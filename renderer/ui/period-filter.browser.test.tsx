import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createTranslator } from '../../shared/i18n/translate.js';
import type { Period } from '../state/period.js';
import { FormatsProvider } from './formats.js';
import { PeriodFilter } from './period-filter.js';

const WORDS = { between: 'reports.periodBetween', from: 'reports.periodFrom', to: 'reports.periodTo' } as const;
let root: Root | null = null;
const heard: (Period | null)[] = [];

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  heard.length = 0;
});

function Filter() {
  const [period, setPeriod] = useState<Period | null>(null);
  return (
    <PeriodFilter
      label="Period"
      words={WORDS}
      today="2026-11-21"
      period={period}
      onChange={(next) => {
        heard.push(next);
        setPeriod(next);
      }}
    />
  );
}

it('is typed in the dates of the screen’s language; what is no period changes nothing and is said', async () => {
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <MantineProvider env="test">
      <I18nextProvider i18n={createTranslator('en')}>
        <FormatsProvider language="en" zone="Europe/Oslo">
          <Filter />
        </FormatsProvider>
      </I18nextProvider>
    </MantineProvider>,
  );
  await page.getByRole('button', { name: 'Period' }).click();
  const [from, to] = [page.getByLabelText('From', { exact: true }), page.getByLabelText('Until', { exact: true })];
  await userEvent.fill(from, '18.11.2026');
  await userEvent.tab();
  await expect.element(from).toHaveValue('18 Nov 2026');
  expect(heard.at(-1)).toEqual({ from: '2026-11-18', to: null });

  await userEvent.fill(to, '17.11.2026');
  await userEvent.click(from);
  await expect.element(page.getByText('The end date lies before the start date.')).toBeVisible();
  await userEvent.fill(to, 'soon');
  await userEvent.click(from);
  await expect.element(page.getByText(/^This is not a date/)).toBeVisible();
  expect(heard.at(-1)).toEqual({ from: '2026-11-18', to: null });

  await userEvent.fill(to, '2026-11-19');
  expect(heard.at(-1)).toEqual({ from: '2026-11-18', to: '2026-11-19' });
  await userEvent.fill(from, '');
  await userEvent.fill(to, '');
  expect(heard.at(-1)).toBeNull();
});
