import type { Channel } from '../../shared/host/contract.js';
import type { Handlers } from '../../shared/host/dispatch.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { success, type Result } from '../../shared/lib/result.js';
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
  let opening = openVault(ports);
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
    if (answer?.ok !== true && opening === before) opening = openVault(ports);
    return await opening;
  };
  return {
    handlers: {
      ...appHandlers(ports),
      ...journalHandlers(vault, tryAgain),
      ...fileHandlers(vault),
      'contract.render': withVault(vault, ({ files }, input) => contracts.render(files, input)),
      'contract.preview': contracts.preview,
      'letter.preview': async ({ letters, title }) => {
        const pdf = await renderLetters(typeset, letters, title);
        return pdf.ok ? success({ url: `/preview/${previews.put(pdf.value)}` }) : pdf;
      },
      'copy.render': async ({ copy }) => {
        const pdf = await renderCopy(typeset, copy);
        return pdf.ok ? success({ url: `/preview/${previews.put(pdf.value)}` }) : pdf;
      },
      ...outgoing.handlers,
      'report.sheet': async ({ sheet }) => {
        const made = await renderReportSheet(typeset, sheet);
        if (!made.ok) return made;
        const { pdf, replaced } = made.value;
        return success({ url: `/preview/${previews.put(pdf)}`, replaced });
      },
      'calendar.file': ({ event, writtenAt }) =>
        Promise.resolve(success({ url: `/preview/${previews.put({ calendar: publishedFile(event, writtenAt) })}` })),
      ...mailHandlers(vault),
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

type AppChannel = Extract<Channel, `app.${string}` | `preferences.${string}` | 'network.state' | 'store.clear'>;

function appHandlers(ports: Ports): Pick<Handlers, AppChannel> {
  const preferences = new PreferencesFile(nodeDisk, ports.dataFolder, (error) => ports.report('preferences', error));
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
    'mail.layout': withVault(vault, ({ mail }, input) => mail.handlers['mail.layout'](input)),
    'mail.deliver': withVault(vault, ({ mail }, input) => mail.handlers['mail.deliver'](input)),
    'mail.ledger': withVault(vault, ({ mail }, input) => mail.handlers['mail.ledger'](input)),
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
