import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { MailAccount } from '../../../../shared/host/mail-account.js';
import type { Message } from '../../../../shared/records/message.js';
import type { MessageId, PersonId } from '../../../../shared/records/primitives.js';
import { associatedData, seal, unseal } from '../../keyring/sealing.js';
import { createMailHandlers, type MailDeps, type MailServices } from '../create-mail-handlers.js';

export interface MailFixture extends MailServices {
  readonly dataFolder: string;
  readonly faults: unknown[];
  readonly network: { up: boolean };
  /** UTC milliseconds of the laptop's clock. */
  readonly clock: { time: number };
  /** The same data folder after the program ended, without having been closed. */
  restart(): Promise<MailFixture>;
}

const KEY = randomBytes(32);
const PURPOSE = associatedData('mail-test');

export async function createMailFixture(
  more: Partial<Omit<MailDeps, 'dataFolder' | 'seal' | 'open' | 'clock' | 'report' | 'network'>> = {},
  dataFolder?: string,
): Promise<MailFixture> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'mail-')));
  const faults: unknown[] = [];
  const network = { up: true };
  const clock = { time: 1_790_000_000_000 };
  const services = await createMailHandlers({
    dataFolder: folder,
    seal: (bytes) => seal(KEY, PURPOSE, bytes),
    open: (bytes) => {
      const plain = unseal(KEY, PURPOSE, bytes);
      if (plain === null) throw new Error('cannot be opened');
      return plain;
    },
    clock: { now: () => clock.time },
    report: (_, error) => void faults.push(error),
    network: { isUp: () => network.up },
    readFile: () => Promise.resolve(null),
    openInBrowser: () => Promise.resolve(false),
    ...more,
  });
  return {
    ...services,
    dataFolder: folder,
    faults,
    network,
    clock,
    restart: async () => await createMailFixture(more, folder),
  };
}

export function testAccount(
  server: { readonly host: string; readonly port: number; readonly authority: string; readonly user: string },
  change: Partial<MailAccount> = {},
): MailAccount {
  const { host, port, authority, user } = server;
  const from = { fromName: 'Eva Lind', fromAddress: 'eva@example.com' };
  return { host, port, authority, user, security: 'starttls', signIn: { with: 'password' }, ...from, ...change };
}

/** A message to `to`, its Message-ID made from the address. */
export function testMessage(to: string, change: Partial<Message> = {}): { id: MessageId; message: Message } {
  const id = Buffer.from(to).toString('hex').slice(0, 32).padStart(32, '0') as MessageId;
  const message: Message = {
    channel: 'email',
    purpose: 'ad-hoc',
    interviewId: null,
    panelReviewId: null,
    calendar: null,
    replyTokenHash: null,
    attachments: [],
    written: null,
    reminder: null,
    personId: '1'.repeat(32) as PersonId,
    applicationId: null,
    vacancyId: null,
    language: 'sv',
    from: { name: 'Eva Lind', address: 'eva@example.com' },
    to: { name: 'Åsa Öberg', address: to },
    subject: 'Tack för samtalet, Åsa',
    text: 'Hej Åsa,\n\nvi hörs.\n.\n- Eva',
    html: '<html lang="sv"><p>Hej Åsa,</p><p>vi hörs.</p></html>',
    messageId: `<${id}@example.com>`,
    queuedAt: 1_789_999_999_000,
    holdUntil: 1_790_000_000_000,
    deliverBy: 'a'.repeat(16),
    ...change,
  };
  return { id, message };
}
