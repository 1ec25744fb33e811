import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import { HOUSEKEEPING } from '../../../shared/changes/housekeeping.js';
import { testId } from '../../../shared/testing/change-builders.js';
import type { Session } from '../session.js';
import { FakeHost } from './fake-host.js';
import { EBBA, nameOfDatabase, open, unwrap } from './suite-desk.js';

const JOINED = {
  server: 'https://sync.example.com',
  organisation: { id: '1', name: 'Fjordbank' },
  ...{ recruiterId: null, laptop: 'Stand 1', unsent: 0, contactAt: null, skew: 0, problem: null, loading: null },
  ...{ toRenew: [] as string[], brings: false, resend: null as { from: number; to: number } | null },
};

export interface Desk {
  readonly host: FakeHost;
  readonly name: string;
  readonly session: Session;
}

async function desk(device: string): Promise<Desk> {
  const host = new FakeHost(device);
  host.journalId = `journal of ${device}`;
  host.standing = structuredClone(JOINED);
  const name = nameOfDatabase();
  return { host, name, session: await open(host, name) };
}

export const ours = (): Promise<Desk> => desk('00000000000000aa');
export const theirs = (): Promise<Desk> => desk('00000000000000bb');

/** Everything that the one has written since goes to the other. */
export async function bring(from: Desk, to: Desk): Promise<void> {
  const known = new Set(to.host.frames.map(({ device, n }) => `${device} ${n.toString()}`));
  const fresh = from.host.frames.filter(
    ({ device, n }) => device === from.host.device && !known.has(`${device} ${n.toString()}`),
  );
  to.host.receive(...fresh);
  unwrap(await to.session.takeIn());
}

export function note(stamp: string, ...changes: readonly Change[]): ChangeSet {
  const at = { stamp: `${stamp.slice(0, 18)}${HOUSEKEEPING}`, at: 1, by: null };
  return { v: 1, device: HOUSEKEEPING, n: 1, ...at, actionId: testId(98), action: 'sync', changes };
}

export const renamed = (givenName: string, before: string, replaces: readonly string[]): Change => ({
  kind: 'set',
  table: 'person',
  id: EBBA,
  dossier: EBBA,
  field: 'givenName',
  value: givenName,
  before,
  replaces,
});

/** Another working store over the same journal: what a rebuild makes of it. */
export async function rebuilt({ host }: Desk): Promise<Session> {
  return await open(host, nameOfDatabase());
}
