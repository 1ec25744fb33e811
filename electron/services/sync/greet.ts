import type { ChangeSet } from '../../../shared/changes/change-set.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Failure } from '../../../shared/lib/result.js';
import { PUSH_AT_ONCE, PUSH_BYTES, SCHEMA, type Hello } from '../../../shared/sync/protocol.js';
import { asStep, type Round, type Step } from './round.js';
import { serverOrigin } from './server-address.js';
import type { LoadReason } from './sync-state.js';
import type { SyncTrouble } from './sync-trouble.js';

/** Why nothing is sent at the moment; null when nothing is in the way. */
export type Blocked = 'sync/schema-too-old' | 'sync/schema-too-new' | null;

const LIMIT = { count: PUSH_AT_ONCE, bytes: PUSH_BYTES };

/**
 * Asks where the server stands under each name that this laptop had. A name that the server knows more of than the laptop,
 * or something else, was put back to an older state: what is new since then is filed again under another.
 */
export async function greet(round: Round): Promise<Step<Blocked>> {
  let blocked: Blocked = null;
  for (const device of await round.journal.reader.names()) {
    if (round.name(device).closed) continue;
    const isCurrent = device === round.journal.head.device;
    if (!isCurrent && round.journal.reader.lastNOf(device) === 0) {
      await round.changeName(device, { closed: true }); // nothing was ever written under it
      continue;
    }
    const known = await announce(round, device);
    if (!known.ok) return known;
    const hello = known.value ? await round.client.hello(round.line(device)) : null;
    if (hello?.ok === false) return await elsewhere(round, device, hello);
    if (hello === null || (await isRewound(round, device, hello.value))) {
      const filed = await fileAgain(round, device);
      return filed.ok ? failure('again', 'sync/rewound') : filed;
    }
    blocked = blockedBy(hello.value);
    await settle(round, device, hello.value);
  }
  return success(blocked);
}

/** Begins to load all records anew. */
export async function loadAnew(round: Round, reason: LoadReason): Promise<void> {
  const before = round.state.load?.reason;
  const outlasts = before === 'epoch' || before === 'rewound' || before === 'first';
  const kept = outlasts && reason !== 'epoch' ? before : reason;
  const load = { reason: kept, after: null, fromSeq: 0, done: 0, total: null };
  await round.change({ cursor: null, load });
}

/** Closes a name: goes on under another, and writes under it once more what the server may lack. */
export async function fileAgain(round: Round, device: string): Promise<Step<null>> {
  const { journal } = round;
  await loadAnew(round, 'rewound'); // first: until all is loaded it knows not what it sent before
  if (device === journal.head.device) {
    const taken = await journal.takeName();
    if (!taken.ok) return taken;
  }
  for (;;) {
    const page = await journal.reader.readOwn(device, round.name(device).sent, LIMIT);
    const left = page.entries.filter((entry): entry is ChangeSet => !('gone' in entry));
    const filed = await journal.appendAgain(left);
    if (!filed.ok) return filed;
    await round.changeName(device, { sent: page.next, closed: page.entries.length === 0 });
    if (page.entries.length === 0) break;
  }
  return success(null);
}

/** False where the server knows the name as somebody else's. */
async function announce(round: Round, device: string): Promise<Step<boolean>> {
  if (round.name(device).announced) return success(true);
  const line = round.line();
  const announced = await round.client.announce(line, device);
  if (!announced.ok && announced.code === 'sync/device-taken') return success(false);
  if (!announced.ok) return await elsewhere(round, line.device, announced);
  await round.changeName(device, { announced: true });
  return success(true);
}

/** A server that was restored may not know a name any more: it is announced again, under one that it may know. */
async function elsewhere(
  round: Round,
  device: string,
  trouble: SyncTrouble,
): Promise<Failure<HostErrorCode | 'again'>> {
  const isKnownByAnother = round.state.names.some((name) => name.announced && name.device !== device);
  if (trouble.code !== 'sync/bad-signature' || !isKnownByAnother) return asStep(trouble);
  await round.changeName(device, { announced: false });
  return failure('again', trouble.code);
}

async function isRewound(round: Round, device: string, { lastN, lastStamp }: Hello): Promise<boolean> {
  if (lastN === 0 || lastStamp === null) return false;
  const { sent, lastStamp: known } = round.name(device);
  if (sent.n === lastN && known !== null) return known !== lastStamp;
  const from = sent.n < lastN ? sent.seq : 0;
  const { entries } = await round.journal.reader.readOwn(device, { n: lastN - 1, seq: from }, { ...LIMIT, count: 1 });
  const [own] = entries;
  if (own === undefined) return true;
  return !('gone' in own) && own.stamp !== lastStamp;
}

async function settle(round: Round, device: string, hello: Hello): Promise<void> {
  const { sent } = round.name(device);
  // What the server has beyond `sent` is sent once more: its answer, which was lost, says what of it was refused.
  if (hello.lastN < sent.n) await round.changeName(device, { sent: { n: hello.lastN, seq: 0 }, lastStamp: null });
  const { organisation, recruiterId, head, epoch } = hello;
  // An address that people could not open safely is none.
  const pages = hello.pages === undefined ? null : serverOrigin(hello.pages);
  const known = round.state.sends; // what it had taken over is still its own
  const sends = hello.sends ?? (known === null ? null : { ...known, channels: [] });
  const isOther = epoch !== round.state.epoch;
  // Before the epoch is remembered: cut off between the two, it is still another one.
  if (isOther) await loadAnew(round, 'epoch');
  await round.change({
    ...{ organisation, recruiterId, pages, sends, head: isOther ? head : Math.max(head, round.state.head), epoch },
    ...(isOther ? { comparedAt: null } : {}),
  });
}

function blockedBy({ schema }: Hello): Blocked {
  if (SCHEMA < schema.min) return 'sync/schema-too-old';
  return SCHEMA > schema.max ? 'sync/schema-too-new' : null;
}
