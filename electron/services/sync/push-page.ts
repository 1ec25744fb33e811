import type { ChangeSet } from '../../../shared/changes/change-set.js';
import { HOUSEKEEPING, refusalNote } from '../../../shared/changes/housekeeping.js';
import { stampOf } from '../../../shared/changes/clock.js';
import { failure, success } from '../../../shared/lib/result.js';
import { PUSH_AT_ONCE, PUSH_BYTES, SCHEMA, type PushAnswer } from '../../../shared/sync/protocol.js';
import type { Housekeeping } from '../journal/housekeeping.js';
import type { OwnPage } from '../journal/own-change-sets.js';
import { fileAgain, type Blocked } from './greet.js';
import { asStep, type Round, type Step } from './round.js';

export interface Pushed {
  readonly sent: number;
  readonly refused: number;
  /** Whether there is more to send. */
  readonly more: boolean;
  readonly blocked: Blocked;
}

const NOTHING: Pushed = { sent: 0, refused: 0, more: false, blocked: null };

/** Sends one page of the oldest name that has something to send. */
export async function pushPage(round: Round): Promise<Step<Pushed>> {
  for (const device of await round.journal.reader.names()) {
    const { closed, announced, sent } = round.name(device);
    if (closed || !announced) continue;
    const page = await round.journal.reader.readOwn(device, sent, { count: PUSH_AT_ONCE, bytes: PUSH_BYTES });
    if (page.entries.length > 0) return await send(round, device, page);
    if (page.next.seq > sent.seq) await round.changeName(device, { sent: page.next });
  }
  return success(NOTHING);
}

async function send(round: Round, device: string, page: OwnPage): Promise<Step<Pushed>> {
  const { epoch } = round.state;
  const request = { device, epoch, schema: SCHEMA, sentAt: round.now(), changeSets: [...page.entries] };
  const answer = await round.client.push(round.line(device), request);
  if (answer.ok) return await take(round, device, { page, answer: answer.value });
  switch (answer.code) {
    case 'sync/schema-too-old':
    case 'sync/schema-too-new':
      return success({ ...NOTHING, blocked: answer.code });
    case 'sync/rewound': {
      const filed = await fileAgain(round, device);
      return filed.ok ? failure('again', answer.code) : filed;
    }
    case 'sync/gap':
      await round.changeName(device, { sent: { n: answer.problem?.lastN ?? 0, seq: 0 }, lastStamp: null });
      return failure('again', answer.code);
    default:
      return asStep(answer);
  }
}

async function take(
  round: Round,
  device: string,
  { page, answer }: { readonly page: OwnPage; readonly answer: PushAnswer },
): Promise<Step<Pushed>> {
  const { sent } = round.name(device);
  const refused = page.entries
    .filter((entry): entry is ChangeSet => !('gone' in entry))
    .flatMap((changeSet) =>
      answer.refused.filter(({ n }) => n === changeSet.n).map(({ code }) => ({ changeSet, code })),
    );
  if (refused.length > 0) {
    // Written before the number counts as sent: cut off here, the page is sent again and answered the same.
    const notes = refused.map((one) => noteOf(round, one));
    const noted = await round.journal.receive(notes, { sentTo: sent.seq });
    if (!noted.ok) return noted;
    const dossiers = refused.flatMap(({ changeSet }) => changeSet.changes.flatMap(({ dossier }) => dossier ?? []));
    await round.change({ onlyHere: [...new Set([...round.state.onlyHere, ...dossiers])] });
  }
  const isWhole = answer.lastN >= page.next.n;
  if (!isWhole && answer.lastN <= sent.n) return failure('sync/server-fault', 'the server takes nothing');
  const last = page.entries.find(({ n }) => n === answer.lastN);
  const lastStamp = last === undefined || 'gone' in last ? null : last.stamp;
  await round.changeName(device, { sent: isWhole ? page.next : { n: answer.lastN, seq: sent.seq }, lastStamp });
  await round.change({ head: Math.max(round.state.head, answer.head) });
  return success({ sent: page.entries.length, refused: refused.length, more: true, blocked: null });
}

/** Every record that the refused change set touched is named: it is made again without it. */
function noteOf(
  round: Round,
  { changeSet, code }: { readonly changeSet: ChangeSet; readonly code: string },
): Housekeeping {
  const { device, n, changes, actionId } = changeSet;
  const at = round.now();
  const ids = [...new Set(changes.map(({ id }) => id))];
  return {
    stamp: stampOf({ device: HOUSEKEEPING, ms: 0, counter: 0 }),
    at,
    by: null,
    actionId,
    action: 'sync',
    changes: [refusalNote(round.newId(), { device, n, code, at, ids })],
  };
}
