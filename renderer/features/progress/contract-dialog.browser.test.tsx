import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import type { Channel, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { ContractDocument } from '../../../shared/records/contract.js';
import type { ApplicationId, FileId, PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { plainMailLayout } from '../../../shared/testing/plain-mail-layout.js';
import type { Session } from '../../data/session.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { closeProgress, requestProgress } from '../../state/progress-request.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ProgressHost } from './progress-host.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const VACANCY = testId<VacancyId>(10);
const MAJA = testId<RecruiterId>(3);
const EBBA = testId<ApplicationId>(2000);
const FENNA = testId<ApplicationId>(2001);

beforeEach(() => {
  closeProgress();
});
afterEach(async () => {
  closeProgress();
  await hidePage();
});

/** A host that sets contracts, remembers which, and may refuse one. */
class ContractHost extends FakeHost {
  readonly rendered: ContractDocument[] = [];
  refuses: HostErrorCode | null = null;
  #pdf = '';

  async preparePdf(): Promise<void> {
    const document = await PDFDocument.create();
    document.addPage().drawText('A contract');
    this.#pdf = URL.createObjectURL(new Blob([Uint8Array.from(await document.save())], { type: 'application/pdf' }));
  }

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    const answer = this.#answer(channel, input);
    return answer === null ? await super.call(channel, input) : (answer as Result<OutputOf<C>, HostErrorCode>);
  }

  override putPreview: FakeHost['putPreview'] = () => Promise.resolve(success({ url: 'about:blank#preview' }));

  override fileUrl(): string {
    return this.#pdf;
  }

  #answer(channel: Channel, input: unknown): Result<unknown, HostErrorCode> | null {
    switch (channel) {
      case 'mail.layout':
        return success(plainMailLayout());
      case 'mail.account':
        return success({ account: null, hasPassword: false, hasClientSecret: false, signedIn: null });
      case 'network.state':
        return success({ up: false });
      case 'file.discard':
        return success(null);
      case 'contract.render': {
        if (this.refuses !== null) return failure(this.refuses);
        const { contract, name } = input as InputOf<'contract.render'>;
        this.rendered.push(contract);
        const fileId = testId<FileId>(9000 + this.rendered.length);
        return success({ fileId, name, mediaType: 'application/pdf', size: 1000 });
      }
      default:
        return null;
    }
  }
}

async function open(changes: readonly Change[] = [], host = new ContractHost()): Promise<Session> {
  await page.viewport(1366, 768);
  await host.preparePdf();
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: ['hire'], active: true };
  const people = [
    { id: EBBA, personId: testId<PersonId>(1000), givenName: 'Ebba', language: 'sv' },
    { id: FENNA, personId: testId<PersonId>(1001), givenName: 'Fenna', language: 'nl' },
  ] as const;
  const session = await openTestSession(
    [
      organisationCreate(),
      vacancyCreate(VACANCY, { title: 'Trainee', department: 'Grid' }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      ...people.flatMap(({ id, personId, givenName, language }) => [
        personCreate(personId, { givenName, language, email: `${givenName.toLowerCase()}@example.com` }),
        applicationCreate(id, { personId, vacancyId: VACANCY }),
      ]),
      ...changes,
    ],
    { host },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  showPage(
    session,
    createRouter({ routeTree: createRootRoute({ component: ProgressHost }), history: createMemoryHistory() }),
  );
  requestProgress('employment-contract', [EBBA, FENNA]);
  return session;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = (name: string) => page.getByLabelText(name, { exact: true });

async function fillIn(): Promise<void> {
  for (const name of ['Ebba Norrlander', 'Fenna Norrlander']) {
    await field(`Start date, ${name}`).fill('2027-02-01');
    await field(`Salary, ${name}`).fill('32 000 kr');
  }
}

async function toPlan(): Promise<void> {
  await button('Next').click();
  await button('Check the plan').click();
}

it('C30, C24: asks for each person in a row of its own, and names what is missing', async () => {
  await open();
  await expect.element(page.getByRole('combobox', { name: 'Position, Ebba Norrlander' })).toHaveValue('Trainee');
  await expect.element(page.getByRole('combobox', { name: 'Department, Ebba Norrlander' })).toHaveValue('Grid');
  await field('Salary, Ebba Norrlander').fill('32 000 kr');
  await button('Next').click();
  await expect.element(page.getByText('Start date is missing in the contract for 2 applicants.')).toBeInTheDocument();
  await expect.element(page.getByText('Salary is missing in the contract for 1 applicant.')).toBeInTheDocument();
  await expect.element(field('Salary, Fenna Norrlander')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field('Salary, Ebba Norrlander')).not.toHaveAttribute('aria-invalid', 'true');
});

it('C24: says of a date that is none that it is none, keeps it, and warns of one in the past', async () => {
  await open();
  await fillIn();
  await field('Start date, Ebba Norrlander').fill('1960-02-30');
  await button('Next').click();
  await expect
    .element(page.getByText('Start date: what is entered for 1 applicant is not a date. Write it like 2026-11-18.'))
    .toBeInTheDocument();
  await expect.element(field('Start date, Ebba Norrlander')).toHaveValue('1960-02-30');
  await field('Start date, Ebba Norrlander').fill('1960-02-29');
  await toPlan();
  await expect
    .element(page.getByText('The start date of 1 contract is in the past. Ebba Norrlander'))
    .toBeInTheDocument();
});

it('C30: fills a column down from the cell with the cursor, by keyboard or by its corner, and takes it back', async () => {
  await open();
  await field('Salary, Ebba Norrlander').fill('32 000 kr');
  await userEvent.keyboard('{Control>}d{/Control}');
  await expect.element(field('Salary, Fenna Norrlander')).toHaveValue('32 000 kr');
  await button('Undo').click();
  await expect.element(field('Salary, Fenna Norrlander')).toHaveValue('');
  await field('Start date, Ebba Norrlander').fill('2027-02-01');
  await button('Fill down: Start date, Ebba Norrlander').click();
  await expect.element(field('Start date, Fenna Norrlander')).toHaveValue('1 Feb 2027');
  await expect.element(page.getByText('Filled in for 1 person below.')).toBeInTheDocument();
  await expect.element(button('Fill down: Salary, Fenna Norrlander')).not.toBeInTheDocument();
});

it('R41: shows the PDF that goes along, and sends each contract once, with a document in the dossier', async () => {
  const host = new ContractHost();
  const session = await open([], host);
  await fillIn();
  await toPlan();
  await expect.element(button('Send 2 contracts')).toBeEnabled();
  expect(host.rendered.map(({ language, title }) => [language, title]).sort()).toEqual([
    ['nl', 'Arbeidsovereenkomst'],
    ['sv', 'Anställningsavtal'],
  ]);
  expect(JSON.stringify(host.rendered)).toContain('1 februari 2027');
  await button('Anställningsavtal Ebba Norrlander.pdf').click();
  const paper = page.getByRole('region', { name: 'Anställningsavtal Ebba Norrlander.pdf', exact: true });
  await expect.element(paper).toBeInTheDocument();
  await expect.poll(() => paper.element().getBoundingClientRect().width).toBeGreaterThan(1000);
  await userEvent.keyboard('{Escape}');
  await expect.element(paper).not.toBeInTheDocument();
  await button('Anställningsavtal Ebba Norrlander.pdf').click();
  await button('Next email').click();
  await expect.element(page.getByText('Fenna Norrlander, 2 of 2')).toBeInTheDocument();
  await button('Back to the emails').click();
  await button('Send 2 contracts').click();
  await expect.element(page.getByRole('heading', { name: '2 contracts are in the Outbox' })).toBeInTheDocument();
  const written = await Promise.all(
    [...session.roster.current().messages.values()].map(({ id }) => session.message(id)),
  );
  expect(written.map((message) => message?.fields.attachments.length)).toEqual([1, 1]);
  expect(written.map((message) => message?.fields.purpose)).toEqual(['contract', 'contract']);
  expect(host.rendered).toHaveLength(2);
  expect(session.roster.current().applications.get(EBBA)).toMatchObject({
    status: 'new',
    employment: { position: 'Trainee', department: 'Grid', startDate: '2027-02-01', salary: '32 000 kr' },
  });
});

it('undo takes back the mail, the document and what was agreed', async () => {
  const session = await open();
  await fillIn();
  await toPlan();
  await button('Send 2 contracts').click();
  await button('Undo').click();
  await expect.poll(() => session.roster.current().applications.get(EBBA)?.employment).toBeNull();
  const { messages } = session.roster.current();
  expect([...messages.values()].map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
});

it('C26: somebody who has withdrawn is left out until ticked in', async () => {
  const event = {
    id: testId(5000),
    type: 'status',
    at: 1,
    by: null,
    to: 'withdrawn',
    interviewType: null,
    rejection: null,
  };
  await open([{ kind: 'event', table: 'application', id: FENNA, dossier: testId<PersonId>(1001), event }]);
  await fillIn();
  await toPlan();
  await expect.element(button('Send 1 contract')).toBeEnabled();
  await button('Include anyway').click();
  await expect.element(button('Send 2 contracts')).toBeEnabled();
});

it('a contract that cannot be made is said, and nothing can be sent', async () => {
  const host = new ContractHost();
  host.refuses = 'contract/unreadable-character';
  await open([], host);
  await fillIn();
  await toPlan();
  await expect.element(page.getByText(/The contract holds a character that its font cannot show/)).toBeInTheDocument();
  await expect.element(button('Send 2 contracts')).toBeDisabled();
});
