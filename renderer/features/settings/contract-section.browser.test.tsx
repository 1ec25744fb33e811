import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import type { Channel, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, type Result } from '../../../shared/lib/result.js';
import type { ContractDocument } from '../../../shared/records/contract.js';
import {
  ContractTemplateIdSchema,
  type ContractTagId,
  type ContractTemplateId,
  type RecruiterId,
} from '../../../shared/records/primitives.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import type { Session } from '../../data/session.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ContractSection } from './contract-section.js';
import { ContractTemplatePage } from './contract-template-page.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const MAJA = testId<RecruiterId>(3);
const TEMPLATE = testId<ContractTemplateId>(20);
const TAG = testId<ContractTagId>(30);

afterEach(hidePage);

/** Remembers what it was to show; nothing is drawn. */
class PreviewHost extends FakeHost {
  readonly shown: ContractDocument[] = [];

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    if (channel !== 'contract.preview') return await super.call(channel, input);
    this.shown.push((input as InputOf<'contract.preview'>).contract);
    return failure('contract/cannot-be-built');
  }
}

function template(text: string): Change {
  const blocks = [{ kind: 'paragraph', text }];
  const fields = { title: 'Grid trainees', department: 'Grid', language: 'en', blocks, deleted: false };
  return { kind: 'create', table: 'contractTemplate', id: TEMPLATE, dossier: null, fields };
}

const tag: Change = {
  kind: 'create',
  table: 'contractTag',
  id: TAG,
  dossier: null,
  fields: { name: 'notice-period', label: 'Notice period', preset: '1 month', deleted: false },
};

async function open(changes: readonly Change[], at: string, host = new PreviewHost()): Promise<Session> {
  await page.viewport(1366, 768);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: ['administer'], active: true };
  const session = await openTestSession(
    [
      organisationCreate(),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      ...changes,
    ],
    { host },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const root = createRootRoute();
  const list = createRoute({ getParentRoute: () => root, path: '/settings/contracts', component: ContractSection });
  const fresh = createRoute({
    getParentRoute: () => root,
    path: '/settings/contracts/new',
    component: () => <ContractTemplatePage id={null} language="sv" />,
  });
  const one = createRoute({
    getParentRoute: () => root,
    path: '/settings/contracts/$templateId',
    params: { parse: ({ templateId }) => ({ templateId: ContractTemplateIdSchema.parse(templateId) }) },
    component: () => <ContractTemplatePage id={TEMPLATE} language="en" />,
  });
  showPage(
    session,
    createRouter({
      routeTree: root.addChildren([list, fresh, one]),
      history: createMemoryHistory({ initialEntries: [at] }),
    }),
    { width: 1366, height: 700 },
  );
  return session;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const contents = () => page.getByRole('textbox', { name: 'Contents' });

it('G-11: a template that uses a tag which does not exist is not saved, and the tag is named', async () => {
  const session = await open([], '/settings/contracts/new');
  await contents().fill('{salary} {notice-period}');
  await button('Save').click();
  await expect.element(contents()).toHaveAccessibleDescription(/There is no tag \{notice-period\}/);
  expect(session.roster.current().contractTemplates.size).toBe(0);
  await contents().fill('{salary}');
  await button('Save').click();
  await expect.element(page.getByRole('heading', { name: 'Own tags' })).toBeInTheDocument();
  expect([...session.roster.current().contractTemplates.values()]).toMatchObject([
    { title: 'Anställningsavtal', language: 'sv', department: '', blocks: [{ kind: 'paragraph', text: '{salary}' }] },
  ]);
});

it('G-11: a tag that a template uses is not deleted, and the template is named; one that is free goes', async () => {
  const session = await open([tag, template('{notice-period}')], '/settings/contracts');
  await button('Delete tag: Notice period').click();
  await expect
    .element(page.getByText('{notice-period} cannot be deleted: this template uses it: Grid trainees.'))
    .toBeInTheDocument();
  expect(session.roster.current().contractTags.get(TAG)?.deleted).toBe(false);
  await page.getByRole('link', { name: 'Grid trainees' }).click();
  await contents().fill('{salary}');
  await button('Save').click();
  await button('Delete tag: Notice period').click();
  await expect.poll(() => session.roster.current().contractTags.get(TAG)?.deleted).toBe(true);
});

it('G-11: a tag is added with a name that no other has', async () => {
  const session = await open([tag], '/settings/contracts');
  await button('Add a tag').click();
  await page.getByLabelText('What it is called in the form').fill('Bonus');
  await page.getByRole('textbox', { name: 'Tag', exact: true }).fill('salary');
  await button('Save').click();
  await expect.element(page.getByText('There is a tag of this name already.')).toBeInTheDocument();
  await page.getByRole('textbox', { name: 'Tag', exact: true }).fill('bonus');
  await button('Save').click();
  await expect.poll(() => session.roster.current().contractTags.size).toBe(2);
});

it('shows the contract as it is typed, with the organisation’s own tag filled in', async () => {
  const host = new PreviewHost();
  await open([tag, template('{notice-period}')], `/settings/contracts/${TEMPLATE}`, host);
  await contents().fill('# Notice\n{notice-period}');
  await expect
    .poll(() => host.shown.at(-1)?.blocks)
    .toEqual([
      { kind: 'heading', text: 'Notice' },
      { kind: 'paragraph', text: '1 month' },
    ]);
});
