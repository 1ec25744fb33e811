import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { RIGHTS_OF_LEVEL } from '../../../shared/domain/right-levels.js';
import { ownMailText } from '../../data/mail-templates.js';
import type { Session } from '../../data/session.js';
import { useUiStore } from '../../state/ui-store.js';
import { hidePage } from '../../testing/page-on-show.js';
import { button, DRAFT, KEY, openTemplates, own, PreviewHost, subject } from './testing/open-templates.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

afterEach(async () => {
  await hidePage();
});

const inGrid = (session: Session) => ownMailText(session.roster.current(), { ...KEY, department: 'Grid' });
const department = page.getByRole('combobox', { name: 'Department' });

async function choose(name: string): Promise<void> {
  await department.click();
  await page.getByRole('option', { name }).click();
}

it('G-8 a department begins with the text of all departments, has its own once it is saved, and goes back in one step', async () => {
  const session = await openTemplates();
  await subject.fill('From us all');
  await button('Save').click();
  await expect.poll(() => own(session)?.subject).toBe('From us all');
  await choose('Grid');
  await expect.element(subject).toHaveValue('From us all');
  await expect
    .element(page.getByText('From the organisation: the text of all departments.', { exact: false }))
    .toBeInTheDocument();
  await subject.fill('From Grid to {given-name}');
  await button('Save').click();
  await expect.poll(() => inGrid(session)?.subject).toBe('From Grid to {given-name}');
  expect(own(session)?.subject).toBe('From us all');
  await expect.element(page.getByText('Grid’s own text.', { exact: false })).toBeInTheDocument();
  await choose('Finance');
  await expect.element(subject).toHaveValue('From us all');
  await choose('Grid');
  await button('Back to the text of all departments').click();
  await expect.poll(() => inGrid(session)).toBeNull();
  await expect.element(subject).toHaveValue('From us all');
  await useUiStore.getState().toast?.undo?.();
  await expect.element(subject).toHaveValue('From Grid to {given-name}');
});

it('G-8 what is typed for a department is a draft of its own', async () => {
  const host = new PreviewHost();
  await openTemplates(host);
  await choose('Grid');
  await subject.fill('Typed for Grid');
  await expect.poll(() => [...host.drafts.keys()].filter((key) => key.startsWith(`${DRAFT}-`))).toHaveLength(1);
  await choose('All departments');
  await expect.element(subject).not.toHaveValue('Typed for Grid');
  await choose('Grid');
  await expect.element(subject).toHaveValue('Typed for Grid');
});

it('G-8, G-9 a department administrator begins with the own department, and edits no other text', async () => {
  const rights = RIGHTS_OF_LEVEL['department-administrator'];
  const session = await openTemplates(new PreviewHost(), '/', { rights, departments: ['Grid'] });
  await expect.element(department).toHaveValue('Grid');
  await subject.fill('From Grid');
  await button('Save').click();
  await expect.poll(() => inGrid(session)?.subject).toBe('From Grid');
  for (const other of ['Finance', 'All departments']) {
    await choose(other);
    await expect
      .element(page.getByText('You can change the texts of Grid; only administrators can change the others.'))
      .toBeInTheDocument();
    await subject.fill('From me');
    await expect.element(button('Save')).toBeDisabled();
  }
  expect(own(session)).toBeNull();
});
