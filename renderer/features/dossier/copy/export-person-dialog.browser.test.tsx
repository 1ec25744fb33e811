import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { WHOLE_DOSSIER } from '../../../../shared/testing/whole-dossier.js';
import { useLive } from '../../../data/use-live.js';
import { useSession } from '../../../data/use-session.js';
import { SealError } from '../../../data/sealing.js';
import { EBBA } from '../../../data/testing/suite-desk.js';
import { openTestSession } from '../../../testing/open-test-session.js';
import { hidePage, showPage } from '../../../testing/page-on-show.js';
import { ExportPersonDialog } from './export-person-dialog.js';
import '@mantine/core/styles.css';
import '../../../ui/tokens.css';

afterEach(hidePage);

let fail: (error: unknown) => void = () => undefined;
const reading = new Promise<never>((_resolve, reject) => {
  fail = reject;
});

function Opened() {
  const session = useSession();
  const live = useLive(session.dossier(EBBA));
  if (live.status !== 'ready' || live.value === null) return null;
  const shown = { dossier: live.value, personId: EBBA, applicationId: null, vacancyId: null };
  return <ExportPersonDialog shown={shown} onClose={() => undefined} />;
}

it('says that the working copy is damaged where it is read, keeps the keyboard, and can be tried again', async () => {
  const session = await openTestSession(WHOLE_DOSSIER);
  const dossier = session.dossier(EBBA);
  const damaged = { ...session, dossier: () => dossier, readPerson: () => reading };
  showPage(
    damaged,
    createRouter({ routeTree: createRootRoute({ component: Opened }), history: createMemoryHistory() }),
  );
  const save = page.getByRole('button', { name: 'Save as ZIP…' });
  await save.click();
  await expect.element(page.getByText('The file is being written …')).toBeInTheDocument();
  await expect.element(save).toHaveFocus();
  fail(new SealError());
  await expect.element(page.getByText('The working copy on this laptop is damaged.')).toBeInTheDocument();
  await expect.element(page.getByText('The file is being written …')).not.toBeInTheDocument();
  await expect.element(save).toHaveFocus();
});
