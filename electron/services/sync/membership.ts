import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Failure, type Result } from '../../../shared/lib/result.js';
import { InvitationCode } from '../../../shared/sync/protocol.js';
import type { ExchangePorts } from './exchange.js';
import { newLaptopKey } from './laptop-key.js';
import { Round } from './round.js';
import { serverOrigin } from './server-address.js';
import { saidAs, type SyncTrouble } from './sync-trouble.js';

export interface JoinWishes {
  readonly server: string;
  readonly code: string;
  /** What people call the laptop. */
  readonly laptop: string;
}

/**
 * Joins an organisation. The new key is on the disk before it is asked for: when the answer is lost, the same words ask
 * again with the same key, and are answered the same.
 */
export async function joinOrganisation(
  { journal, client, files, now, mayConnect }: ExchangePorts,
  wishes: JoinWishes,
): Promise<Result<null, HostErrorCode>> {
  if ((await files.state.read()) !== null) return failure('sync/already-joined');
  const server = serverOrigin(wishes.server);
  if (server === null) return failure('sync/invalid-server');
  const code = readCode(wishes.code);
  if (code === null) return failure('sync/unknown-invitation');
  if (!(await mayConnect())) return failure('sync/offline');
  const begun = await files.joining.read();
  const isSame = begun !== null && begun.server === server && begun.code === code;
  const privateKey = isSame ? begun.privateKey : newLaptopKey();
  await files.joining.write({ v: 1, server, code, privateKey });
  const join = () => client.join({ server, privateKey, device: journal.head.device, skew: 0 }, code, wishes.laptop);
  let answer = await join();
  if (!answer.ok && answer.code === 'sync/device-taken') {
    const taken = await journal.takeName(); // this laptop joined before, under a key that is gone
    if (!taken.ok) return taken;
    answer = await join();
  }
  if (!answer.ok) return said(answer);
  await files.state.write({
    v: 1,
    server,
    ...answer.value,
    laptop: wishes.laptop,
    privateKey,
    names: [{ device: journal.head.device, announced: true, sent: { n: 0, seq: 0 }, lastStamp: null, closed: false }],
    ...{ cursor: null, load: null, head: 0, skew: client.skew ?? 0 },
    ...{ contactAt: null, comparedAt: now(), problem: null, toRenew: [], onlyHere: [], resend: null },
  });
  await files.joining.remove();
  return success(null);
}

/** Tells the server that this laptop goes; that it was revoked, or said so before, is as good. */
export async function sayGoodbye(ports: ExchangePorts): Promise<Result<null, HostErrorCode>> {
  const { files, client, mayConnect } = ports;
  const state = await files.state.read();
  if (state === null) return success(null);
  if (!(await mayConnect())) return failure('sync/offline');
  const answer = await client.leave(new Round(ports, { file: files.state, state }).line());
  return answer.ok || answer.code === 'sync/revoked' ? success(null) : said(answer);
}

export function said(trouble: SyncTrouble): Failure<HostErrorCode> {
  return failure(saidAs(trouble.code), trouble.detail);
}

/** As people type it: small letters, spaces, and the letters that Crockford's base 32 does without. */
function readCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  const code = InvitationCode.safeParse(plain.match(/.{1,4}/g)?.join('-') ?? '');
  return code.success ? code.data : null;
}
