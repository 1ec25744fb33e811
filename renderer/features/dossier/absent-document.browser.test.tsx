import { MantineProvider } from '@mantine/core';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Channel, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { FilePlace, SyncStanding } from '../../../shared/host/sync-standing.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { success, type Result } from '../../../shared/lib/result.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { Observable } from '../../data/observable.js';
import { SessionProvider } from '../../data/use-session.js';
import type { SyncStatus } from '../../data/sync-status.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { SyncProvider } from '../../data/use-sync.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { FormatsProvider } from '../../ui/formats.js';
import { DocumentView } from './document-view.js';
import type { StoredDocument } from './shown.js';

const STANDING: SyncStanding = {
  ...{ server: 'https://sync.example.com', organisation: { id: '1', name: 'Fjordkraft' } },
  ...{ recruiterId: null, laptop: 'Stand', unsent: 0, contactAt: 1, skew: 0, problem: null },
  ...{ loading: null, toRenew: [], brings: false, resend: null, filesWaiting: 1 },
};

const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** A host that says where files are. */
class FileHost extends FakeHost {
  place: FilePlace = 'coming';
  /** How often somebody wanted the file at once. */
  wanted = 0;

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    if (channel !== 'sync.file') return await super.call(channel, input);
    if ((input as InputOf<'sync.file'>).wanted) this.wanted += 1;
    return success({ place: this.place } as OutputOf<C>);
  }

  override fileUrl(): string {
    return PICTURE;
  }
}

const photo: StoredDocument = {
  id: testId(301),
  fields: {
    ...{ personId: testId(101), applicationId: null, fileId: testId(300), kind: 'other', name: 'photo.png' },
    ...{ mediaType: 'image/png', size: 1200, addedAt: 1 },
  },
} as StoredDocument;

let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

async function show(place: FilePlace, kind: 'online' | 'offline' = 'online') {
  const host = new FileHost();
  host.place = place;
  const session = await openTestSession([], { host });
  const sync = {
    status: new Observable<SyncStatus>({ kind }),
    standing: new Observable<SyncStanding>(STANDING),
    pokes: 0,
    poke: () => {
      sync.pokes += 1;
    },
  };
  const element = document.createElement('div');
  element.style.cssText = 'display:flex;height:500px;width:700px';
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <MantineProvider env="test">
        <I18nextProvider i18n={createTranslator('en')}>
          <FormatsProvider language="en" zone="Europe/Oslo">
            <SyncProvider of={sync}>
              <DocumentView document={photo} />
            </SyncProvider>
          </FormatsProvider>
        </I18nextProvider>
      </MantineProvider>
    </SessionProvider>,
  );
  return { host, sync };
}

const title = (name: string) => page.getByRole('heading', { name });
const download = () => page.getByRole('link', { name: 'Download' });

it('says that a file is on its way, has it fetched at once, and shows it as soon as it is here', async () => {
  const { host, sync } = await show('coming');
  await expect.element(title('This file is on its way')).toBeVisible();
  await expect.element(download()).not.toBeInTheDocument();
  await expect.poll(() => [host.wanted, sync.pokes]).toEqual([1, 1]);
  host.place = 'here';
  sync.standing.set({ ...STANDING, filesWaiting: 0 }); // an exchange is over
  await expect.element(page.getByRole('img', { name: 'photo.png' })).toBeVisible();
  await expect.element(download()).toBeVisible();
});

it('says that the file is still on another laptop, and asks again on request', async () => {
  const { host, sync } = await show('not-there');
  await expect.element(title('This file has not reached the server yet')).toBeVisible();
  await page.getByRole('button', { name: 'Fetch now' }).click();
  await expect.poll(() => [host.wanted, sync.pokes]).toEqual([2, 2]);
});

it('says that the server cannot be reached', async () => {
  await show('coming', 'offline');
  await expect.element(title('This file is not on this laptop yet')).toBeVisible();
});

it('says that a file came damaged', async () => {
  await show('damaged');
  await expect.element(title('This file arrived damaged')).toBeVisible();
});

it('says that a file is gone, and offers nothing that would not help', async () => {
  await show('gone');
  await expect.element(title('This file is gone')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Fetch now' })).not.toBeInTheDocument();
});
