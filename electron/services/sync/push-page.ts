import type { ChangeSet } from '../../../shared/changes/change-set.js';
import { refusalNote } from '../../../shared/changes/housekeeping.js';
import { failure, success } from '../../../shared/lib/result.js';
import { PUSH_AT_ONCE, PUSH_BYTES, SCHEMA, type PushAnswer } from '../../../shared/sync/protocol.js';
import type { Housekeeping } from '../journal/housekeeping.js';
import type { OwnPage } from '../journal/own-change-sets.js';
import { fileAgain, type Blocked } from './greet.js';
import { houseNote } from './house-note.js';
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
  const changeSets = page.entries.filter((entry): entry is ChangeSet => !('gone' in entry));
  const codes = new Map(answer.refused.map(({ n, code }) => [n, code]));
  const refused = changeSets.flatMap((changeSet) => {
    const code = codes.get(changeSet.n);
    return code === undefined ? [] : [noteOf(round, { changeSet, code })];
  });
  if (refused.length > 0) {
    // Written before the number counts as sent: cut off here, the page is sent again and answered the same.
    const { seq } = round.journal.head;
    const noted = await round.journal.receive(
      refused.map(({ note }) => note),
      { sentTo: sent.seq },
    );
    if (!noted.ok) return noted;
    await round.change({
      refused: [...round.state.refused, ...refused.map(({ id, dossiers }) => ({ id, seq, dossiers }))],
    });
  }
  await stay(
    round,
    changeSets.filter(({ n }) => n <= answer.lastN && !codes.has(n)),
  );
  const isWhole = answer.lastN >= page.next.n;
  if (!isWhole && answer.lastN <= sent.n) return failure('sync/server-fault', 'the server takes nothing');
  const last = page.entries.find(({ n }) => n === answer.lastN);
  const lastStamp = last === undefined || 'gone' in last ? null : last.stamp;
  await round.changeName(device, { sent: isWhole ? page.next : { n: answer.lastN, seq: sent.seq }, lastStamp });
  await round.change({ head: Math.max(round.state.head, answer.head) });
  return success({ sent: page.entries.length, refused: refused.length, more: true, blocked: null });
}

/** Of a dossier that is out of sight after what was taken of it now, the server says once more that it left. */
async function stay(round: Round, taken: readonly ChangeSet[]): Promise<void> {
  const dossiers = new Set(taken.flatMap(dossiersOf));
  await round.change({ leaving: round.state.leaving.filter((dossier) => !dossiers.has(dossier)) });
}

function dossiersOf({ changes }: ChangeSet): readonly string[] {
  return [...new Set(changes.flatMap(({ dossier }) => dossier ?? []))];
}

interface NotedRefused {
  readonly id: string;
  readonly dossiers: string[];
  readonly note: Housekeeping;
}

/** Every record that the refused change set touched is named: it is made again without it. */
function noteOf(
  round: Round,
  { changeSet, code }: { readonly changeSet: ChangeSet; readonly code: string },
): NotedRefused {
  const { device, n, changes, actionId } = changeSet;
  const at = round.now();
  const id = round.newId();
  const ids = [...new Set(changes.map((change) => change.id))];
  const dossiers = [...dossiersOf(changeSet)];
  const refusal = refusalNote(id, { device, n, code, at, ids, dossiers });
  return { id, dossiers, note: houseNote(round, [refusal], { actionId }) };
}
