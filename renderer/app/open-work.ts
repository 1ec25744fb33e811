import type { i18n } from 'i18next';
import type { MessageKey } from '../../shared/i18n/translate.js';
import { connectHost } from '../data/connect-host.js';
import type { HostClient } from '../data/host-client.js';
import { startSearchWorker } from '../data/search/start-search-worker.js';
import { openSession, type Session } from '../data/session.js';
import { showToast } from '../state/ui-store.js';
import { readFileText } from '../ui/file-text/read-file-text.js';
import { fetchFile } from '../ui/pdf/fetch-file.js';
import { clearBrokenStore } from './clear-broken-store.js';
import { hasJustRecovered, recoverStore } from './recover-store.js';
import { screenLanguageOf } from './screen-language.js';
import type { StartListener } from './start.js';

/** Long after the start, when nobody waits for the first list any more. */
const SWEEP_AFTER_MS = 60_000;
const SEARCH_WITHIN_MS = 1_000;

/**
 * Opens the work of this window: makes a store that breaks meanwhile again, sees to it that what is typed reaches the
 * host before the window goes, and has forgotten files put aside.
 */
export async function openWork(translator: i18n, listener: StartListener) {
  let session: Session | null = null;
  let recovering = false;
  const host = endingWhenWiped(connectHost(), listener);
  const opened = await openSession(host, {
    now: () => Date.now(),
    onProgress: (progress) => {
      listener.onProgress(progress);
    },
    onDamage() {
      if (session === null || recovering) return; // damage is met by many readers at once
      recovering = true;
      recover(session, translator, listener).catch(reportError);
    },
  }).catch((error: unknown) =>
    clearBrokenStore(error, host, {
      memory: sessionStorage,
      reload() {
        window.location.reload();
      },
    }),
  );
  if (!opened.ok) return opened;
  session = opened.value;
  const { drafts, rebuilt } = session;
  window.addEventListener('pagehide', () => void drafts.flush());
  if (rebuilt && hasJustRecovered(sessionStorage, Date.now())) say(translator, session, 'shell.storeMadeAgain');
  startSearch(session);
  sweepLater(session);
  return opened;
}

/** Whatever is asked after a wipe is answered with it: what the window still shows must go at once. */
function endingWhenWiped(host: HostClient, listener: StartListener): HostClient {
  return {
    ...host,
    async call(channel, input) {
      const answer = await host.call(channel, input);
      if (!answer.ok && answer.code === 'sync/wiped') listener.onEnd(answer.code);
      return answer;
    },
  };
}

async function recover(session: Session, translator: i18n, listener: StartListener): Promise<void> {
  await recoverStore(session, {
    memory: sessionStorage,
    now: () => Date.now(),
    tell() {
      say(translator, session, 'shell.storeBroken');
    },
    giveUp() {
      listener.onEnd('store/damaged');
    },
    reload() {
      window.location.reload();
    },
  });
}

/** In the language that was chosen: the screen itself may not have switched to it yet. */
function say(translator: i18n, { preferences }: Session, key: MessageKey): void {
  const language = preferences.current().language ?? screenLanguageOf(navigator.languages);
  showToast({ text: translator.getFixedT(language)(key), tone: 'problem' });
}

/** Once the first list is there: reading files is the work of workers, and nobody waits for it. */
function startSearch({ search, host }: Session): void {
  requestIdleCallback(
    () => {
      search.start({
        engine: startSearchWorker(),
        readFile: (fileId) => fetchFile(host.fileUrl(fileId), new AbortController().signal),
        readText: readFileText,
        onFault: reportError,
      });
    },
    { timeout: SEARCH_WITHIN_MS },
  );
}

function sweepLater(session: Session): void {
  setTimeout(() => {
    requestIdleCallback(() => {
      session.sweepFiles().catch(reportError); // a refusal is no trouble: the next start asks again
    });
  }, SWEEP_AFTER_MS);
}
