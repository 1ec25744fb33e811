import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { OrganisationSection } from './organisation-section.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const MAJA = testId<RecruiterId>(3);

afterEach(hidePage);

it('a colour that is none stays as it was typed, is named, and is not saved', async () => {
  const recruiter = { name: 'Maja', email: '', rights: ['administer'], active: true };
  const session = await openTestSession([
    organisationCreate({ accent: '#0e5a61' }),
    { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
  ]);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const routeTree = createRootRoute({ component: OrganisationSection });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory() }));
  const colour = page.getByRole('textbox', { name: 'Colour of your pages' });
  const accent = () => session.roster.current().organisation?.accent;
  await colour.fill('#0e5a6');
  await page.getByRole('textbox', { name: 'Name of the organisation' }).click();
  await expect.element(colour).toHaveValue('#0e5a6');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.element(page.getByText('Enter a colour like #0e5a61, or nothing.')).toBeInTheDocument();
  await expect.element(colour).toHaveValue('#0e5a6');
  expect(accent()).toBe('#0e5a61');
  await colour.fill('b3261e');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(accent).toBe('#b3261e');
});
