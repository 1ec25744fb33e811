import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { mailTemplateId } from '../../../shared/domain/mail-template-id.js';
import { plainToRichText } from '../../../shared/domain/plain-to-rich-text.js';
import type { Language, VacancyId } from '../../../shared/records/primitives.js';
import { applicationCreate, personCreate, testId, vacancyCreate } from '../../../shared/testing/change-builders.js';
import { closeProgress, requestProgress } from '../../state/progress-request.js';
import { hidePage } from '../../testing/page-on-show.js';
import { applicationId, openProgress, personId } from './testing/open-progress.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const IN_FINANCE = testId<VacancyId>(11);

beforeEach(() => {
  closeProgress();
});

afterEach(async () => {
  closeProgress();
  await hidePage();
});

function template(subject: string, language: Language, department: string): Change {
  const text = { subject, contents: plainToRichText('Hi {given-name}') };
  const id = mailTemplateId('send-email', language, department);
  const fields = { purpose: 'send-email', language, department, text };
  return { kind: 'create', table: 'mailTemplate', id, dossier: null, fields };
}

const TEMPLATES = [template('All', 'en', ''), template('Grid', 'en', 'Grid'), template('Nät', 'sv', 'Grid')];
/** Somebody who applied in another department. */
const OTHER = [
  vacancyCreate(IN_FINANCE, { title: 'Controller', department: 'Finance' }),
  personCreate(personId(7), { givenName: 'Siri', email: 'siri@example.com', language: 'en' }),
  applicationCreate(applicationId(7), { personId: personId(7), vacancyId: IN_FINANCE }),
];
const PEOPLE = [
  { givenName: 'Ebba', language: 'en' },
  { givenName: 'Olof', language: 'sv' },
] as const;

const subjects = () =>
  page
    .getByRole('textbox', { name: 'Subject' })
    .elements()
    .map((input) => (input instanceof HTMLInputElement ? input.value : ''));

it('G-8 a mail begins with the text of the vacancy’s department, and leads to that one', async () => {
  await openProgress('send-email', { people: PEOPLE, more: [...TEMPLATES, ...OTHER] });
  await expect.poll(subjects).toEqual(['Grid', 'Nät']);
  await expect.element(page.getByText('Begins with the text of Grid.').first()).toBeInTheDocument();
  const link = page.getByRole('link', { name: 'Open the template' }).first();
  await expect.element(link).toHaveAttribute('href', '/templates/send-email/en?department=Grid');
});

it('beyond.md 12 people of several departments have one text a language, and whose own it is not is said', async () => {
  await openProgress('send-email', { people: PEOPLE, more: [...TEMPLATES, ...OTHER] });
  requestProgress('send-email', [applicationId(0), applicationId(1), applicationId(7)]);
  // Both departments read English, Swedish only one of them.
  await expect.poll(subjects).toEqual(['All', 'Nät']);
  const said = 'Applicants of several departments: begins with the text of all departments, not with Grid’s own.';
  await expect.element(page.getByText(said)).toBeInTheDocument();
  const link = page.getByRole('link', { name: 'Open the template' }).first();
  await expect.element(link).toHaveAttribute('href', '/templates/send-email/en');
});
