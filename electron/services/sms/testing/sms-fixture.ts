import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveryOutcome } from '../../../../shared/host/contract.js';
import type { SmsAccount } from '../../../../shared/host/sms-account.js';
import { associatedData, seal, unseal } from '../../keyring/sealing.js';
import { createSmsHandlers, type SmsDeps, type SmsServices } from '../create-sms-handlers.js';
import { GATEWAY_TIMEOUTS } from '../send-request.js';

const KEY = randomBytes(32);
const PURPOSE = associatedData('sms-test');

export const NUMBER = '+46701740605';
export const WORDS = 'Hej Åsa, påminnelse om din intervju kl. 10:00.';

export interface SmsFixture extends SmsServices {
  readonly dataFolder: string;
  readonly faults: unknown[];
  readonly network: { up: boolean };
  save(account: SmsAccount, secret: string | null): Promise<void>;
  /** A message of its own for each id; to a number that is fine unless told otherwise. */
  deliver(id: string, to?: string, again?: boolean): Promise<DeliveryOutcome>;
  /** The same data folder after the program ended, without having been closed. */
  restart(): Promise<SmsFixture>;
}

type More = Partial<Pick<SmsDeps, 'disk' | 'timeouts' | 'addresses'>>;

export async function createSmsFixture(more: More = {}, dataFolder?: string): Promise<SmsFixture> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'sms-')));
  const faults: unknown[] = [];
  const network = { up: true };
  const services = await createSmsHandlers({
    dataFolder: folder,
    seal: (bytes) => seal(KEY, PURPOSE, bytes),
    open: (bytes) => {
      const plain = unseal(KEY, PURPOSE, bytes);
      if (plain === null) throw new Error('cannot be opened');
      return plain;
    },
    clock: { now: () => 1_790_000_000_000 },
    report: (_, error) => void faults.push(error),
    network: { isUp: () => network.up },
    timeouts: GATEWAY_TIMEOUTS,
    ...more,
  });
  return {
    ...services,
    dataFolder: folder,
    faults,
    network,
    async save(account, secret) {
      const saved = await services.handlers['sms.save-account']({ account, secret });
      if (!saved.ok) throw new Error(`${saved.code} ${saved.detail ?? ''}`);
    },
    async deliver(id, to = NUMBER, again = false) {
      const answer = await services.handlers['sms.deliver']({ messageId: messageIdOf(id), to, text: WORDS, again });
      if (!answer.ok) throw new Error(answer.code);
      return answer.value;
    },
    restart: async () => await createSmsFixture(more, folder),
  };
}

export function messageIdOf(id: string): string {
  return `<${id}@fairdesk>`;
}
