import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { page } from 'vitest/browser';
import { z } from 'zod';
import type { Channel, InputOf, OutputOf } from '../../../../shared/host/contract.js';
import type { MailAccount } from '../../../../shared/host/mail-account.js';
import type { HostErrorCode } from '../../../../shared/host/errors.js';
import { MailTemplateSchema } from '../../../../shared/i18n/shipped-mail-text.js';
import { success, type Result } from '../../../../shared/lib/result.js';
import { LanguageSchema, type RecruiterId } from '../../../../shared/records/primitives.js';
import type { Right } from '../../../../shared/records/recruiter.js';
import { organisationCreate, testId } from '../../../../shared/testing/change-builders.js';
import { plainMailLayout } from '../../../../shared/testing/plain-mail-layout.js';
import { ownMailText, type TemplateKey } from '../../../data/mail-templates.js';
import type { Session } from '../../../data/session.js';
import { FakeHost } from '../../../data/testing/fake-host.js';
import { openTestSession } from '../../../testing/open-test-session.js';
import { showPage } from '../../../testing/page-on-show.js';
import { TemplatesPage } from '../templates-page.js';

const OneTemplate = z.object({ purpose: MailTemplateSchema, language: LanguageSchema });
const MAJA = testId<RecruiterId>(3);
/** What is typed of it is kept under this name. */
export const DRAFT = 'template-send-email-en';
/** The text that the page begins with. */
export const KEY: TemplateKey = { purpose: 'send-email', language: 'en', department: '' };

/** Compiles a layout and remembers what it was given to show. */
export class PreviewHost extends FakeHost {
  readonly previewed: string[] = [];
  account: MailAccount | null = null;
  /** It says nothing of the account before this is over. */
  thinks: Promise<void> = Promise.resolve();

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    const answers: { readonly [K in Channel]?: Result<OutputOf<K>, HostErrorCode> } = {
      'mail.layout': success(plainMailLayout()),
      'mail.account': success({ account: this.account, hasPassword: true, hasClientSecret: false, signedIn: null }),
    };
    if (channel === 'mail.account') await this.thinks;
    return answers[channel] ?? (await super.call(channel, input));
  }

  override putPreview: FakeHost['putPreview'] = (html) => {
    this.previewed.push(html);
    return Promise.resolve(success({ url: 'about:blank#preview' }));
  };
}

interface Who {
  readonly rights?: readonly Right[];
  readonly departments?: readonly string[];
  readonly email?: string;
}

/** The page with Maja before it, who administers, unless something else is said; Per administers as well. */
export async function openTemplates(
  host = new PreviewHost(),
  at = '/',
  { rights, departments = [], email = 'maja@example.com' }: Who = {},
): Promise<Session> {
  await page.viewport(1366, 768);
  const recruiter = {
    name: 'Maja',
    email,
    rights: [...(rights ?? (['send-email', 'administer'] as const))],
    departments: [...departments],
    active: true,
  };
  const administrator = { name: 'Per', email: 'per@example.com', rights: ['administer'], active: true };
  const session = await openTestSession(
    [
      organisationCreate({ name: 'Norrvik', departments: ['Grid', 'Finance'] }),
      { kind: 'create', table: 'recruiter', id: testId(4), dossier: null, fields: administrator },
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
    ],
    { host },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  show(session, at);
  return session;
}

function show(session: Session, at = '/'): void {
  const root = createRootRoute();
  const first = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => <TemplatesPage shown={null} />,
  });
  const one = createRoute({
    getParentRoute: () => root,
    path: '/templates/$purpose/$language',
    params: { parse: (params) => OneTemplate.parse(params) },
    validateSearch: z.object({ department: z.string().optional() }),
    component: () => <TemplatesPage shown={one.useParams()} department={one.useSearch().department} />,
  });
  const router = createRouter({
    routeTree: root.addChildren([first, one]),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
  showPage(session, router, { width: 1366, height: 768 });
}

export const subject = page.getByRole('textbox', { name: 'Subject' });
export const contents = page.getByRole('textbox', { name: 'Contents' });
export const button = (name: string) => page.getByRole('button', { name });
export const own = (session: Session) => ownMailText(session.roster.current(), KEY);
