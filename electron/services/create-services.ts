import type { Channel } from '../../shared/host/contract.js';
import type { Handlers } from '../../shared/host/dispatch.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import { destroyData } from './destroy-data.js';
import { nodeDisk } from './disk/node-disk.js';
import { createContractHandlers } from './documents/create-contract-handlers.js';
import { renderCopy } from './documents/render-copy.js';
import { renderLetters } from './documents/render-letters.js';
import { renderReportSheet } from './documents/render-report-sheet.js';
import { createTypstRenderer } from './documents/render-with-typst.js';
import { createTypesetter } from './documents/typesetter.js';
import { createLane } from './lane/create-lane.js';
import { OutgoingFiles } from './lane/outgoing-files.js';
import { PreviewPages } from './lane/preview-pages.js';
import { publishedCalendarFile } from './calendar/published-calendar-file.js';
import { publishedFile } from './mail/calendar-file.js';
import { openVault, type Vault } from './open-vault.js';
import type { Ports } from './ports.js';
import { PreferencesFile } from './preferences/preferences-file.js';
import type { Services } from './services.js';

/** The vault, or why it is closed. */
type OpenVault = () => Promise<Result<Vault, HostErrorCode>>;

/**
 * Everything a host serves, over one data folder that this process alone may use. While the keys are locked every call
 * that needs them says so, and `journal.open` tries again; nothing is ever taken for empty. Throws what the disk throws.
 */
export async function createServices(ports: Ports): Promise<Services> {
  await nodeDisk.makeFolder(ports.dataFolder);
  const preferences = new PreferencesFile(nodeDisk, ports.dataFolder, (error) => ports.report('preferences', error));
  const mayConnect = async (): Promise<boolean> => ports.network.isUp() && !(await preferences.read()).workOffline;
  let opening = openVault(ports, mayConnect);
  const vault: OpenVault = () => opening;
  const first = await opening;
  if (!first.ok) ports.report('keyring', new Error(first.detail ?? first.code));
  const previews = new PreviewPages();
  const outgoing = new OutgoingFiles();
  const typeset = createTypesetter();
  const contracts = createContractHandlers(createTypstRenderer(typeset), previews);
  const tryAgain: OpenVault = async () => {
    const before = opening;
    const answer = await before.catch(() => null);
    if (answer?.ok !== true && opening === before) opening = openVault(ports, mayConnect);
    return await opening;
  };
  /** Nothing that was here can be opened any more; the next `journal.open` begins anew. */
  const wipe = async (): Promise<void> => {
    const opened = await opening;
    opening = Promise.resolve(failure('sync/wiped'));
    if (opened.ok) await opened.value.close();
    await destroyData(ports);
  };
  return {
    handlers: {
      ...appHandlers(ports, preferences),
      ...journalHandlers(vault, tryAgain),
      ...fileHandlers(vault),
      'contract.render': withVault(vault, ({ files }, input) => contracts.render(files, input)),
      'contract.preview': contracts.preview,
      ...documentHandlers(typeset, previews),
      ...outgoing.handlers,
      ...calendarHandlers(previews),
      ...mailHandlers(vault),
      ...smsHandlers(vault),
      ...syncHandlers(vault, wipe),
    },
    lane: createLane(
      async () => {
        const opened = await vault();
        return opened.ok ? success(opened.value.files) : opened;
      },
      (error) => ports.report('lane', error),
      { previews, outgoing },
    ),
    async close() {
      outgoing.stopAll();
      const opened = await opening.catch(() => null);
      if (opened?.ok === true) await opened.value.close();
    },
  };
}

type DocumentChannel = 'letter.preview' | 'copy.render' | 'report.sheet';

function documentHandlers(
  typeset: ReturnType<typeof createTypesetter>,
  previews: PreviewPages,
): Pick<Handlers, DocumentChannel> {
  return {
    'letter.preview': async ({ letters, title }) => {
      const pdf = await renderLetters(typeset, letters, title);
      return pdf.ok ? success({ url: `/preview/${previews.put(pdf.value)}` }) : pdf;
    },
    'copy.render': async ({ copy }) => {
      const pdf = await renderCopy(typeset, copy);
      return pdf.ok ? success({ url: `/preview/${previews.put(pdf.value)}` }) : pdf;
    },
    'report.sheet': async ({ sheet }) => {
      const made = await renderReportSheet(typeset, sheet);
      if (!made.ok) return made;
      const { pdf, replaced } = made.value;
      return success({ url: `/preview/${previews.put(pdf)}`, replaced });
    },
  };
}

function calendarHandlers(previews: PreviewPages): Pick<Handlers, Extract<Channel, `calendar.${string}`>> {
  const saved = (calendar: string) => Promise.resolve(success({ url: `/preview/${previews.put({ calendar })}` }));
  return {
    'calendar.file': ({ event, writtenAt }) => saved(publishedFile(event, writtenAt)),
    'calendar.publish': ({ calendar, writtenAt }) => saved(publishedCalendarFile(calendar, writtenAt)),
  };
}

type AppChannel = Extract<Channel, `app.${string}` | `preferences.${string}` | 'network.state' | 'store.clear'>;

function appHandlers(ports: Ports, preferences: PreferencesFile): Pick<Handlers, AppChannel> {
  return {
    'app.info': async () => success({ ...ports.info, secretStore: ports.secrets.kind }),
    'app.set-waiting': async ({ messages }) => {
      ports.onWaiting(messages);
      return success(null);
    },
    'network.state': async () => success({ up: ports.network.isUp() }),
    'store.clear': async () => {
      await ports.clearStore();
      return success(null);
    },
    'preferences.read': async () => success(await preferences.read()),
    'preferences.write': async (changes) => success(await preferences.write(changes)),
  };
}

type JournalChannel = Extract<Channel, `journal.${string}` | 'store.key'>;

function journalHandlers(vault: OpenVault, tryAgain: OpenVault): Pick<Handlers, JournalChannel> {
  return {
    'journal.open': withVault(tryAgain, async ({ journal }) => success(journal.head)),
    'journal.append': withVault(vault, ({ journal }, { changeSet }) => journal.append(changeSet)),
    'journal.read': withVault(vault, async ({ journal }, { after, limit }) => {
      const { entries, head } = await journal.read(after, limit);
      return success({ entries: entries.map(({ seq, changeSet }) => ({ seq, changeSet })), head });
    }),
    'journal.authors': withVault(vault, async ({ journal }, { stamps }) =>
      success({ authors: [...(await journal.reader.authors(stamps))] }),
    ),
    'store.key': withVault(vault, async ({ storeKey }, { renew }) => {
      const { kid, key } = await storeKey(renew);
      return success({ kid, key: Buffer.from(key).toString('base64') });
    }),
  };
}

type FileChannel = Extract<Channel, `file.${string}` | `draft.${string}`>;

function fileHandlers(vault: OpenVault): Pick<Handlers, FileChannel> {
  return {
    'file.discard': withVault(vault, async ({ files }, { fileId }) => {
      await files.discard(fileId);
      return success(null);
    }),
    'file.sweep': withVault(vault, async ({ files }, { keep }) => success({ removed: await files.sweep(keep) })),
    'draft.list': withVault(vault, async ({ drafts }) => success({ drafts: await drafts.list() })),
    'draft.read': withVault(vault, ({ drafts }, { key }) => drafts.read(key)),
    'draft.write': withVault(vault, ({ drafts }, { key, draft }) => drafts.write(key, draft)),
    'draft.clear': withVault(vault, async ({ drafts }, { key }) => {
      await drafts.clear(key);
      return success(null);
    }),
  };
}

type MailChannel = Extract<Channel, `mail.${string}`>;

function mailHandlers(vault: OpenVault): Pick<Handlers, MailChannel> {
  return {
    'mail.account': withVault(vault, ({ mail }, input) => mail.handlers['mail.account'](input)),
    'mail.save-account': withVault(vault, ({ mail }, input) => mail.handlers['mail.save-account'](input)),
    'mail.test-account': withVault(vault, ({ mail }, input) => mail.handlers['mail.test-account'](input)),
    'mail.sign-in': withVault(vault, ({ mail }, input) => mail.handlers['mail.sign-in'](input)),
    'mail.cancel-sign-in': withVault(vault, ({ mail }, input) => mail.handlers['mail.cancel-sign-in'](input)),
    'mail.sign-out': withVault(vault, ({ mail }, input) => mail.handlers['mail.sign-out'](input)),
    'mail.layout': withVault(vault, ({ mail }, input) => mail.handlers['mail.layout'](input)),
    'mail.deliver': withVault(vault, ({ mail }, input) => mail.handlers['mail.deliver'](input)),
    'mail.ledger': withVault(vault, ({ mail }, input) => mail.handlers['mail.ledger'](input)),
  };
}

type SmsChannel = Extract<Channel, `sms.${string}`>;

function smsHandlers(vault: OpenVault): Pick<Handlers, SmsChannel> {
  return {
    'sms.account': withVault(vault, ({ sms }, input) => sms.handlers['sms.account'](input)),
    'sms.save-account': withVault(vault, ({ sms }, input) => sms.handlers['sms.save-account'](input)),
    'sms.test': withVault(vault, ({ sms }, input) => sms.handlers['sms.test'](input)),
    'sms.deliver': withVault(vault, ({ sms }, input) => sms.handlers['sms.deliver'](input)),
    'sms.ledger': withVault(vault, ({ sms }, input) => sms.handlers['sms.ledger'](input)),
    'sms.arrivals': withVault(vault, ({ sms }, input) => sms.handlers['sms.arrivals'](input)),
  };
}

type SyncChannel = Extract<Channel, `sync.${string}`>;

function syncHandlers(vault: OpenVault, wipe: () => Promise<void>): Pick<Handlers, SyncChannel> {
  return {
    'sync.state': withVault(vault, ({ sync }, input) => sync.handlers['sync.state'](input)),
    'sync.join': withVault(vault, ({ sync }, input) => sync.handlers['sync.join'](input)),
    'sync.cancel-join': withVault(vault, ({ sync }, input) => sync.handlers['sync.cancel-join'](input)),
    'sync.leave': withVault(vault, ({ sync }, input) => sync.handlers['sync.leave'](input)),
    'sync.invite': withVault(vault, ({ sync }, input) => sync.handlers['sync.invite'](input)),
    'sync.laptops': withVault(vault, ({ sync }, input) => sync.handlers['sync.laptops'](input)),
    'sync.revoke': withVault(vault, ({ sync }, input) => sync.handlers['sync.revoke'](input)),
    'sync.exchange': withVault(vault, async ({ sync }, input) => {
      const answer = await sync.handlers['sync.exchange'](input);
      if (!sync.wipeAsked()) return answer;
      await wipe();
      return failure('sync/wiped');
    }),
    'sync.file': withVault(vault, ({ sync }, input) => sync.handlers['sync.file'](input)),
    'sync.wait': withVault(vault, ({ sync }, input) => sync.handlers['sync.wait'](input)),
    'sync.compare': withVault(vault, ({ sync }, input) => sync.handlers['sync.compare'](input)),
    'sync.renew': withVault(vault, ({ sync }, input) => sync.handlers['sync.renew'](input)),
    'sync.bring': withVault(vault, ({ sync }, input) => sync.handlers['sync.bring'](input)),
    'sync.senders': withVault(vault, ({ sync }, input) => sync.handlers['sync.senders'](input)),
    'sync.names': withVault(vault, ({ sync }, input) => sync.handlers['sync.names'](input)),
    'sync.settle': withVault(vault, ({ sync }, input) => sync.handlers['sync.settle'](input)),
    'sync.resent': withVault(vault, ({ sync }, input) => sync.handlers['sync.resent'](input)),
  };
}

/** A handler that needs the keys. */
function withVault<Input, Output>(
  vault: OpenVault,
  work: (vault: Vault, input: Input) => Promise<Result<Output, HostErrorCode>>,
): (input: Input) => Promise<Result<Output, HostErrorCode>> {
  return async (input) => {
    const opened = await vault();
    return opened.ok ? await work(opened.value, input) : opened;
  };
}
