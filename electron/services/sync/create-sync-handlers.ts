import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Change } from '../../../shared/changes/change-set.js';
import type { Login } from '../../../shared/domain/login-mail.js';
import type { Channel } from '../../../shared/host/contract.js';
import type { Handlers } from '../../../shared/host/dispatch.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { HOST_ERRORS } from '../../../shared/host/errors.js';
import type { FilePlace, SyncStanding } from '../../../shared/host/sync-standing.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Disk } from '../disk/disk.js';
import { isDiskFull } from '../disk/error-code.js';
import type { FileStore } from '../files/file-store.js';
import { compare, isCompareDue } from './compare.js';
import { Exchange, type ExchangePorts } from './exchange.js';
import { FileExchange } from './files/file-exchange.js';
import { joinOrganisation, namesToSendUnder, said, sayGoodbye, takeNameToBring } from './membership.js';
import { houseNote } from './house-note.js';
import { Round, type SyncJournal } from './round.js';
import { settleRefusals } from './settle-refusals.js';
import { SyncClient, type Line } from './sync-client.js';
import { openSyncFiles } from './sync-state.js';
import type { Answer } from './sync-trouble.js';
import type { SyncTransport } from './sync-transport.js';

/** How long `sync.wait` waits, in milliseconds. */
const WAIT = 25_000;

export interface SyncOptions {
  readonly disk: Disk;
  readonly dataFolder: string;
  readonly journal: SyncJournal;
  readonly transport: SyncTransport;
  readonly clock: { now(): number };
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  readonly open: (bytes: Uint8Array) => Uint8Array;
  /** Whether anything may leave this laptop at the moment. */
  readonly mayConnect: () => Promise<boolean>;
  /** The files of the dossiers, and what has come so far of those that are not whole. Without them only change sets travel. */
  readonly stores?: { readonly files: FileStore; readonly incoming: FileStore };
}

type SyncChannel = Extract<Channel, `sync.${string}`>;

export interface SyncHandlers {
  readonly handlers: Pick<Handlers, SyncChannel>;
  /** Whoever administers asked this laptop to destroy its keys. */
  readonly wipeAsked: () => boolean;
  /** C17: what somebody logs in with, made for the mail with this id; null where the server cannot be asked or refuses. */
  readonly login: (message: string) => Promise<Login | null>;
}

/** What the page asks of the exchange with the server. */
export function createSyncHandlers(options: SyncOptions): SyncHandlers {
  const { disk, dataFolder, journal, transport, clock, seal, open, mayConnect, stores } = options;
  const now = (): number => clock.now();
  const client = new SyncClient({ transport, now, random: (bytes) => randomBytes(bytes) });
  const files = openSyncFiles({ disk, folder: join(dataFolder, 'sync'), seal, open });
  const fileExchange =
    stores === undefined ? null : new FileExchange({ journal, list: files.waitingFiles, now, ...stores });
  const ports = {
    ...{ journal, client, files, now, mayConnect },
    newId: () => randomBytes(16).toString('hex'),
    ...(fileExchange === null ? {} : { fileExchange }),
  };
  const parts: Parts = { ports, exchange: new Exchange(ports), fileExchange, stores };
  return {
    wipeAsked: () => client.wipeAsked,
    login: async (message) => await makeLogin(ports, message),
    handlers: {
      ...membershipHandlers(parts),
      ...laptopsHandlers(parts),
      ...exchangeHandlers(parts),
      ...fileHandlers(parts),
    },
  };
}

interface Parts {
  readonly ports: ExchangePorts;
  readonly exchange: Exchange;
  readonly fileExchange: FileExchange | null;
  readonly stores: SyncOptions['stores'];
}

type MembershipChannel = 'sync.state' | 'sync.join' | 'sync.cancel-join' | 'sync.leave';

function membershipHandlers({ ports, exchange, fileExchange }: Parts): Pick<Handlers, MembershipChannel> {
  const standing = async () => success(await standingOf(ports));
  let joining = new AbortController();
  return {
    'sync.state': standing,
    'sync.join': guarded(async (wishes) => {
      joining = new AbortController();
      const { signal } = joining;
      const answer = await exchange.pause(() => joinOrganisation(ports, wishes, signal));
      exchange.beginAnew();
      return answer.ok ? await standing() : answer;
    }),
    'sync.cancel-join': () => {
      joining.abort();
      return Promise.resolve(success(null));
    },
    'sync.leave': guarded(
      async (wishes) =>
        await exchange.pause(async () => {
          const told = await sayGoodbye(ports);
          if (!told.ok && wishes?.anyway !== true) return told;
          await ports.files.state.remove();
          await fileExchange?.forget();
          return success(null);
        }),
    ),
  };
}

type LaptopsChannel = 'sync.invite' | 'sync.laptops' | 'sync.revoke' | 'sync.senders';

/** What somebody who administers does about other laptops. */
function laptopsHandlers({ ports }: Parts): Pick<Handlers, LaptopsChannel> {
  const asking = <Input, Value>(
    ask: (line: Line, input: Input) => Promise<Answer<Value>>,
  ): ((input: Input) => Promise<Result<Value, HostErrorCode>>) =>
    guarded(async (input) => {
      const round = await joined(ports);
      if (!round.ok) return round;
      const answer = await ask(round.value.line(), input);
      return answer.ok ? answer : said(answer);
    });
  const { client, files, journal } = ports;
  const senders = asking<null, { senders: string[] }>((line) => client.senders(line));
  const revoke = asking(client.revoke.bind(client));
  return {
    'sync.invite': asking(client.invite.bind(client)),
    'sync.laptops': asking((line, { by }) => client.laptops(line, by)),
    'sync.senders': async () => {
      const own = await journal.reader.names();
      if ((await files.state.read()) === null) return success({ senders: [...own] });
      const answer = await senders(null);
      return answer.ok ? success({ senders: [...own, ...answer.value.senders] }) : answer;
    },
    'sync.revoke': async (wish) => {
      const answer = await revoke(wish);
      return answer.ok ? success(null) : answer;
    },
  };
}

type ExchangeChannel =
  | 'sync.exchange'
  | 'sync.wait'
  | 'sync.compare'
  | 'sync.renew'
  | 'sync.settle'
  | 'sync.resent'
  | 'sync.bring'
  | 'sync.names';

function exchangeHandlers({ ports, exchange, fileExchange }: Parts): Pick<Handlers, ExchangeChannel> {
  const { client, files } = ports;
  return {
    'sync.exchange': guarded(() => exchange.step()),
    'sync.wait': guarded(async () => {
      const round = await joined(ports);
      if (!round.ok) return round;
      const { head, epoch } = round.value.state;
      const forFiles = fileExchange !== null && (await fileExchange.count(epoch)) > 0;
      const answer = await client.wait(round.value.line(), head, WAIT, forFiles);
      if (answer.ok && answer.value) fileExchange?.askAgain();
      return answer.ok ? success({ news: answer.value }) : said(answer);
    }),
    'sync.compare': guarded((known) =>
      exchange.pause(async () => {
        const round = await joined(ports);
        return round.ok ? await compare(round.value, known) : round;
      }),
    ),
    'sync.renew': guarded((wanted) => exchange.pause(() => renew(ports, wanted))),
    'sync.settle': guarded((wanted) => exchange.pause(() => settleRefusals(ports, wanted))),
    'sync.resent': guarded(() =>
      exchange.pause(async () => {
        const state = await files.state.read();
        if (state === null) return failure('sync/not-joined');
        await files.state.write({ ...state, resend: null, brings: false });
        exchange.beginAnew();
        return success(null);
      }),
    ),
    'sync.bring': guarded(() => exchange.pause(() => takeNameToBring(ports))),
    'sync.names': async () => success({ names: [...(await namesToSendUnder(ports))] }),
  };
}

function fileHandlers({ ports, fileExchange, stores }: Parts): Pick<Handlers, 'sync.file'> {
  const placeOf = async (file: string): Promise<FilePlace> => {
    const state = await ports.files.state.read();
    if (fileExchange !== null && state !== null) return await fileExchange.placeOf(file, state.epoch);
    return (await stores?.files.has(file)) === true ? 'here' : 'gone';
  };
  return {
    'sync.file': async ({ fileId, wanted }) => {
      if (wanted) fileExchange?.wish(fileId);
      return success({ place: await placeOf(fileId) });
    },
  };
}

/** A disk that is full is an answer like any other. */
function guarded<Input, Output>(
  work: (input: Input) => Promise<Result<Output, HostErrorCode>>,
): (input: Input) => Promise<Result<Output, HostErrorCode>> {
  return async (input) => {
    try {
      return await work(input);
    } catch (error) {
      if (isDiskFull(error)) return failure('journal/disk-full');
      throw error;
    }
  };
}

async function makeLogin(ports: ExchangePorts, message: string): Promise<Login | null> {
  const round = await joined(ports);
  if (!round.ok) return null;
  const made = await ports.client.login(round.value.line(), message);
  if (!made.ok) return null;
  const { server, pages } = round.value.state;
  return { password: made.value.password, page: `${pages ?? server}${made.value.path}` };
}

async function joined(ports: ExchangePorts): Promise<Result<Round, HostErrorCode>> {
  const state = await ports.files.state.read();
  if (state === null) return failure('sync/not-joined');
  if (!(await ports.mayConnect())) return failure('sync/offline');
  return success(new Round(ports, { file: ports.files.state, state }));
}

async function standingOf({ journal, files, fileExchange, now }: ExchangePorts): Promise<SyncStanding> {
  const state = await files.state.read();
  if (state === null) return null;
  const { server, organisation, recruiterId, laptop, names, contactAt, skew, load, cursor, toRenew, resend } = state;
  const open = (await journal.reader.names()).map(
    (device) => names.find((name) => name.device === device) ?? { device, sent: { n: 0 }, closed: false },
  );
  const unsent = open
    .filter(({ closed }) => !closed)
    .reduce((sum, { device, sent }) => sum + Math.max(0, journal.reader.lastNOf(device) - sent.n), 0);
  const code = HOST_ERRORS.find((one) => one === state.problem?.code);
  const problem = state.problem === null || code === undefined ? null : { code, at: state.problem.at };
  const loading = load === null && cursor !== null ? null : { done: load?.done ?? 0, total: load?.total ?? null };
  const who = { server, pages: state.pages ?? server, sends: state.sends, organisation, recruiterId, laptop };
  const filesWaiting = fileExchange === undefined ? {} : { filesWaiting: await fileExchange.count(state.epoch) };
  const refused = new Set(state.refused.flatMap(({ dossiers }) => dossiers));
  const leaving = state.leaving.filter((dossier) => refused.has(dossier));
  const compareDue = unsent === 0 && !state.brings && isCompareDue(state, now());
  return {
    ...who,
    compareDue,
    place: journal.head.seq,
    unsent,
    contactAt,
    skew,
    problem,
    loading,
    toRenew,
    leaving,
    brings: state.brings,
    resend,
    ...filesWaiting,
  };
}

async function renew(
  ports: ExchangePorts,
  { at, dossiers, changes }: { readonly at: number; readonly dossiers: readonly string[]; readonly changes: Change[] },
): Promise<Result<null, HostErrorCode>> {
  const state = await ports.files.state.read();
  if (state === null) return failure('sync/not-joined');
  const round = new Round(ports, { file: ports.files.state, state });
  if (changes.length > 0) {
    const note = houseNote(round, changes, { action: 'renew' });
    const renewed = await ports.journal.receive([note], { sentTo: await round.sentTo(), onlyAt: at });
    if (!renewed.ok) return renewed;
  }
  await round.change({ toRenew: state.toRenew.filter((dossier) => !dossiers.includes(dossier)) });
  return success(null);
}
