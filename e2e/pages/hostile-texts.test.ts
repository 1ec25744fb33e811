import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserArguments, findBrowser } from '../../scripts/find-browser.js';
import type { Database } from '../../server/database/database.js';
import { migrate } from '../../server/database/migrate.js';
import { openPglite } from '../../server/database/pglite-database.js';
import { wordsIn } from '../../server/pages/page-words.js';
import { applicantPage } from '../../server/pages/panel/applicant-page.js';
import { findPanel } from '../../server/pages/panel/find-panel.js';
import { panelPage } from '../../server/pages/panel/panel-pages.js';
import { findReply } from '../../server/pages/reply/find-reply.js';
import { replyPage } from '../../server/pages/reply/reply-page.js';
import { logInPage } from '../../server/pages/my/log-in-pages.js';
import { findCandidate } from '../../server/pages/my/find-candidate.js';
import { myPage } from '../../server/pages/my/my-page.js';
import { askPanel, beginAsking, bringCv, type AskingLaptop } from '../../server/testing/asked-panel.js';
import { InvitedCandidate } from '../../server/testing/invited-candidate.js';
import { fileSomebody } from '../../server/testing/mailed-login.js';
import { newId } from '../../server/testing/records.js';
import { applicationCreate, vacancyCreate } from '../../shared/testing/change-builders.js';
import type { ApplicationId, VacancyId } from '../../shared/records/primitives.js';
import { PageVisitor } from '../../server/testing/page-visitor.js';
import { testOrganisation, type TestOrganisation } from '../../server/testing/test-organisation.js';
import { HOSTILE_TEXTS } from './hostile-texts.js';

/** Stands, while a page is prepared, where somebody's own words stand. */
const MARK = '\u00a7';
const AT_ONCE = 250;

/** A page with these words in every place that holds somebody's own. */
type Written = (text: string) => string;

describe(`${HOSTILE_TEXTS.length} hostile texts in every field of every page`, () => {
  let database: Database;
  let there: TestOrganisation;
  let browser: Browser;
  let page: Page;
  const written = new Map<string, Written>();
  beforeAll(async () => {
    database = await openPglite(null);
    await migrate(database);
    there = await testOrganisation(database);
    const asking = await beginAsking(await there.laptop(), own('organisation'));
    for (const prepare of [prepareLinks, prepareOwn]) {
      for (const [name, write] of await prepare(there, asking)) written.set(name, write);
    }
    browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments() });
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await there.app.close();
    await database.close();
  });

  it.each(['panel', 'applicant', 'refused review', 'invitation', 'refused answer', 'log-in', 'own', 'refused details'])(
    'leave the %s page with the elements and attributes that it has',
    async (name) => {
      const write = written.get(name)!;
      expect(write('One more word')).toContain('One more word');
      expect(write('One more word')).not.toContain(MARK);
      const [harmless] = await page.evaluate(skeletons, [write('Norrlander')]);
      for (let from = 0; from < HOSTILE_TEXTS.length; from += AT_ONCE) {
        const texts = HOSTILE_TEXTS.slice(from, from + AT_ONCE);
        const found = await page.evaluate(skeletons, texts.map(write));
        for (const [at, skeleton] of found.entries())
          if (skeleton !== harmless) expect.fail(`not as text: ${texts[at]}`);
      }
    },
  );

  it('run nothing in a page without any policy, and ask nobody for anything', async () => {
    const ran: string[] = [];
    await page.exposeFunction('ran', () => ran.push('ran'));
    page.on('request', (request) => ran.push(request.url()));
    for (const write of written.values()) {
      for (let at = 0; at < HOSTILE_TEXTS.length; at += 97)
        await page.setContent(withoutHead(write(HOSTILE_TEXTS[at]!)));
    }
    expect(ran).toEqual([]);
    await page.setContent('<img src=x onerror=ran()>');
    await expect.poll(() => ran.length).toBeGreaterThan(0);
  });
});

const own = (name: string): string => `${MARK}${name}${MARK}`;

/** The pages as the server makes them of what a laptop wrote, with marks for somebody's own words. */
async function prepareLinks(
  { app, database }: TestOrganisation,
  asking: AskingLaptop,
): Promise<readonly (readonly [string, Written])[]> {
  const person = { givenName: own('given'), familyName: own('family'), school: own('school'), city: own('city') };
  const application = { text: own('text'), answers: { [own('question')]: own('answer') } };
  const panel = await askPanel(asking, {
    people: [{ ...person, phone: own('phone'), ...application }],
    vacancy: { title: own('vacancy'), department: own('department') },
    reviewer: { name: own('reviewer') },
  });
  await bringCv(asking, panel.people[0]!, { name: `${own('file')}.pdf` });
  await new PageVisitor(app).send(`${panel.path}/1`, { value: '3', comment: own('comment') });
  const invited = await InvitedCandidate.invite(asking, {
    person,
    interview: { place: own('place') },
  });
  await new PageVisitor(app).send(invited.path, { answer: 'new-time', wish: own('wish') });
  const found = await findPanel(database, panel.token, Date.now());
  const reply = await findReply(database, invited.path.replace('/r/', ''), Date.now());
  const applicant = found?.applicants[0];
  if (found === null || applicant === undefined || reply === null) throw new Error('what was written is not found');
  const [words, nonce] = [wordsIn('en'), 'nonce'];
  const files = new Set(applicant.cvs.map(({ fileId }) => fileId));
  const now = Date.now();
  const review = { panel: found, applicant, path: '/p/x', nonce, now, files };
  const answer = { reply, path: '/r/x', nonce, now };
  const typed = own('typed');
  const refusedReview = {
    form: { value: null, comment: typed, looked: false },
    problem: 'panel/nothing-said',
  } as const;
  const refusedAnswer = { form: { answer: null, wish: typed, isSure: true }, problem: 'page/no-answer' } as const;
  return [
    ['panel', (text) => panelPage(filled(found, text), '/p/x', words)],
    ['applicant', (text) => applicantPage(filled(review, text), words)],
    ['refused review', (text) => applicantPage(filled({ ...review, refused: refusedReview }, text), words)],
    ['invitation', (text) => replyPage(filled(answer, text), words)],
    ['refused answer', (text) => replyPage(filled({ ...answer, refused: refusedAnswer }, text), words)],
  ];
}

/** The pages of somebody who logs in, likewise. */
async function prepareOwn(
  { database, id }: TestOrganisation,
  { laptop, by }: AskingLaptop,
): Promise<readonly (readonly [string, Written])[]> {
  const names = { givenName: own('given'), familyName: own('family'), school: own('school'), city: own('city') };
  const personId = await fileSomebody(laptop, by, { ...names, phone: own('phone'), email: own('email') });
  const [vacancyId, applicationId] = [newId<VacancyId>(), newId<ApplicationId>()];
  await laptop.write(
    [vacancyCreate(vacancyId, { title: own('vacancy') }), applicationCreate(applicationId, { personId, vacancyId })],
    { by },
  );
  for (const brings of [true, false]) await bringCv({ laptop, by }, { personId }, { name: own('file'), brings });
  const candidate = await findCandidate(database, { organisation: id, dossier: personId });
  if (candidate === null) throw new Error('what was written is not found');
  const words = wordsIn('en');
  const page = { candidate, done: null, files: [true, false], now: Date.now(), refused: null };
  const typed = { ...names, phone: own('phone'), postalAddress: own('address') };
  const refused = { form: 'details', problem: 'name-missing', typed } as const;
  const nonceFor = () => 'nonce';
  const logIn = {
    organisation: { id, name: own('organisation'), zone: 'UTC', accent: null },
    nonce: 'nonce',
    userName: own('user'),
  };
  return [
    [
      'log-in',
      (text) => logInPage({ ...filled(logIn, text), problem: 'typed-kept', kept: new Map([['city', text]]) }, words),
    ],
    ['own', (text) => myPage({ ...filled(page, text), nonceFor }, words)],
    ['refused details', (text) => myPage({ ...filled({ ...page, refused }, text), nonceFor }, words)],
  ];
}

/** The same, with a text for each mark: whatever field it is in, and whatever its key. */
function filled<Value>(value: Value, text: string): Value {
  return replaced(value, text) as Value;
}

function replaced(value: unknown, text: string): unknown {
  if (typeof value === 'string') return value.replace(/\u00a7[a-z]+\u00a7/g, () => text);
  if (
    value instanceof Set ||
    value instanceof Map ||
    typeof value === 'function' ||
    typeof value !== 'object' ||
    value === null
  )
    return value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, text));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [replaced(key, text), replaced(one, text)]));
}

/** Elements with the names of their attributes, and where they lead, of each page. Runs in the page. */
function skeletons(pages: readonly string[]): readonly string[] {
  return pages.map((text) => {
    const parts: string[] = [];
    for (const element of new DOMParser().parseFromString(text, 'text/html').querySelectorAll('*')) {
      parts.push(element.localName);
      for (const { name, value } of element.attributes) {
        parts.push(
          ['href', 'src', 'action', 'style', 'class', 'id', 'name', 'type'].includes(name) ? `${name}=${value}` : name,
        );
      }
    }
    return parts.join(' ');
  });
}

/** Its stylesheet would be asked for. */
function withoutHead(text: string): string {
  return text.replaceAll(/<link [^>]*>/g, '');
}
