import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { MessageId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { closeProgress } from '../../state/progress-request.js';
import { hidePage } from '../../testing/page-on-show.js';
import { MailHost } from '../../testing/mail-host.js';
import { applicationId, openProgress, personId } from './testing/open-progress.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

beforeEach(() => {
  closeProgress();
});

afterEach(async () => {
  closeProgress();
  await hidePage();
});

const EBBA = { givenName: 'Ebba', familyName: 'Quist', school: 'KTH', city: 'Lund', phone: '+46701740605' } as const;
const PRIYA = { givenName: 'Priya', familyName: 'Norrlander', email: '' } as const;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const box = (name: RegExp) => page.getByRole('checkbox', { name });
const to = () => page.getByRole('textbox', { name: 'Recipient' });

const CV = {
  kind: 'create',
  table: 'document',
  id: testId(500),
  dossier: personId(0),
  fields: {
    personId: personId(0),
    applicationId: null,
    fileId: testId(501),
    kind: 'cv',
    name: 'CV Ebba Quist.pdf',
    mediaType: 'application/pdf',
    size: 9,
    addedAt: 1,
  },
} as const;

it('R29, R32: what goes out stands beside the form and follows the two boxes, files by their names', async () => {
  const host = new MailHost();
  await openProgress('forward', { people: [EBBA], more: [CV], host });
  const out = page.getByRole('region', { name: 'What goes out' });
  await expect.element(out.getByText('CV Ebba Quist.pdf')).toBeInTheDocument();
  await expect.poll(() => host.previewed.at(-1)).toContain('Ebba Quist');
  await box(/^Do not include/).click();
  await expect.element(out.getByText('None: you chose not to include any.')).toBeInTheDocument();
  await box(/^Withhold/).click();
  await expect.element(out.getByText(/^None: a file would show/)).toBeInTheDocument();
  await expect.poll(() => host.previewed.at(-1)).not.toMatch(/Ebba|Quist|KTH|Lund|701740605/);
  await box(/^Do not include/).click();
  await expect.element(out.getByText(/^None: a file would show/)).toBeInTheDocument();
});

it('R18, R30: what is wrong stands beside its field, and nothing that was typed is changed', async () => {
  await openProgress('forward', { people: [EBBA] });
  await button('Check the plan').click();
  await expect.element(page.getByText('Say to whom it goes.')).toBeInTheDocument();
  await to().fill('per@');
  await box(/^Withhold/).click();
  await page.getByRole('textbox', { name: 'Subject' }).fill('Ebba is good');
  await button('Check the plan').click();
  await expect.element(page.getByText('“per@” is not a valid email address.')).toBeInTheDocument();
  await expect.element(page.getByText(/“Ebba” in the subject tells who the applicant is/)).toBeInTheDocument();
  await expect.element(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Ebba is good');
});

it('R29: two applicants to two people, those without an address too; nothing of their status changes, and undo takes it back', async () => {
  const session = await openProgress('forward', { people: [EBBA, PRIYA] });
  await to().fill('Per Holm <per@example.org>, anna@example.org');
  await button('Check the plan').click();
  await expect.element(page.getByText(/To per@example.org and anna@example.org/)).toBeInTheDocument();
  await button('Forward 2 applications').click();
  await expect.element(page.getByText('4 emails are in the Outbox')).toBeInTheDocument();
  const rows = () => [...session.roster.current().messages.values()];
  expect(rows().map(({ toAddress, personId: id, purpose }) => [toAddress, id, purpose])).toEqual(
    expect.arrayContaining([
      ['per@example.org', personId(0), 'forward'],
      ['anna@example.org', personId(1), 'forward'],
    ]),
  );
  expect(session.roster.current().applications.get(applicationId(0))?.status).toBe('new');
  await button('Undo').click();
  await expect.poll(() => rows().map(({ state }) => state)).toEqual(Array(4).fill('cancelled'));
  const ids: readonly MessageId[] = rows().map(({ id }) => id);
  expect(new Set(ids).size).toBe(4);
});

it('what goes out of a dossier is kept in no draft', async () => {
  const session = await openProgress('forward', { people: [EBBA] });
  await to().fill('per@example.org');
  await session.drafts.flush();
  const listed = await session.drafts.list();
  if (!listed.ok) throw new Error(listed.code);
  for (const { key } of listed.value) {
    const draft = await session.drafts.read(key);
    expect(JSON.stringify(draft)).toContain('per@example.org');
    expect(JSON.stringify(draft)).not.toMatch(/Quist|KTH/);
  }
});
