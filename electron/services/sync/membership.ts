import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Failure, type Result } from '../../../shared/lib/result.js';
import { InvitationCode } from '../../../shared/sync/protocol.js';
import type { ExchangePorts } from './exchange.js';
import { newLaptopKey } from './laptop-key.js';
import { Round } from './round.js';
import { serverOrigin } from './server-address.js';
import type { NameState } from './sync-state.js';
import { saidAs, type SyncTrouble } from './sync-trouble.js';

export interface JoinWishes {
  readonly server: string;
  readonly code: string;
  /** What people call the laptop. */
  readonly laptop: string;
}

/**
 * Joins an organisation. The new key is on the disk before it is asked for: when the answer is lost, the same words ask
 * again with the same key, and are answered the same. Aborting `signal` gives the request up: `sync/join-cancelled`.
 */
export async function joinOrganisation(
  { journal, client, files, now, mayConnect }: ExchangePorts,
  wishes: JoinWishes,
  signal: AbortSignal = new AbortController().signal,
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
  const line = () => ({ server, privateKey, device: journal.head.device, skew: 0 });
  const join = () => client.join(line(), { code, laptop: wishes.laptop, signal });
  let answer = await join();
  if (!answer.ok && answer.code === 'sync/device-taken') {
    const taken = await journal.takeName(); // this laptop joined before, under a key that is gone
    if (!taken.ok) return taken;
    answer = await join();
  }
  if (!answer.ok) return signal.aborted ? failure('sync/join-cancelled') : said(answer);
  await files.state.write({
    v: 1,
    server,
    ...answer.value,
    laptop: wishes.laptop,
    privateKey,
    names: (await journal.reader.names()).map((device) => newName(device, device === journal.head.device)),
    brings: journal.head.seq > 0,
    ...{ pages: null, sends: null },
    ...{ cursor: null, load: null, head: 0, skew: client.skew ?? 0 },
    ...{ contactAt: null, comparedAt: now(), problem: null, toRenew: [], leaving: [], refused: [], resend: null },
  });
  await files.joining.remove();
  return success(null);
}

/** What was written under a name that is not that of now is only brought along. */
function newName(device: string, isCurrent: boolean): NameState {
  return { device, announced: isCurrent, sent: { n: 0, seq: 0 }, lastStamp: null, closed: !isCurrent };
}

/**
 * Goes on under a new name, of which the server has nothing: what was written under the others is handed in as it stands.
 * Asked again after a kill, it takes another one.
 */
export async function takeNameToBring({ journal, files }: ExchangePorts): Promise<Result<null, HostErrorCode>> {
  const state = await files.state.read();
  if (state?.brings !== true || state.resend === null) return failure('sync/not-joined');
  const taken = await journal.takeName();
  if (!taken.ok) return taken;
  const older = state.names.map((name) => ({ ...name, closed: true }));
  const unknown = (await journal.reader.names()).filter((device) => !older.some((name) => name.device === device));
  const others = unknown.map((device) => ({ ...newName(device, false), closed: device !== journal.head.device }));
  await files.state.write({ ...state, names: [...older, ...others] });
  return success(null);
}

/**
 * Under which names messages wait that this laptop is to send. While all records are loaded after it was put back, it does not
 * know yet what it had sent under the older ones.
 */
export async function namesToSendUnder({
  journal,
  files,
}: Pick<ExchangePorts, 'journal' | 'files'>): Promise<readonly string[]> {
  const state = await files.state.read();
  const reason = state?.load?.reason ?? null;
  const hears = reason === null || reason === 'scope' || reason === 'expired';
  return hears ? await journal.reader.names() : [journal.head.device];
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
