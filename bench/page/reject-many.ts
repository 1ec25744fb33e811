import { createTranslator } from '../../shared/i18n/translate.js';
import { planAction } from '../../shared/domain/progress-actions/registry.js';
import { reject, type RejectInput } from '../../shared/domain/progress-actions/reject.js';
import { LANGUAGES, type RecruiterId } from '../../shared/records/primitives.js';
import { RIGHTS } from '../../shared/records/recruiter.js';
import { Database } from '../../renderer/data/database.js';
import { createRecord } from '../../renderer/data/edit-record.js';
import { templateFor } from '../../renderer/data/mail-templates.js';
import type { Session } from '../../renderer/data/session.js';
import { commitPlan } from '../../renderer/features/progress/commit-plan.js';
import { newSeed } from '../../renderer/features/progress/interview-context.js';
import { planContext } from '../../renderer/features/progress/plan-context.js';
import { selectionOf } from '../../renderer/features/progress/selection-of.js';
import { openMailDesk } from '../../renderer/features/progress/use-mail-desk.js';
import { putRowsAgain } from './raw-store.js';

/** What *Rejection* of many costs, medians in milliseconds, beside the bare write of the rows that it wrote. */
export interface RejectTimes {
  readonly plan: number;
  /** From *Send* to saved: the plan once more, the comparison with the one that was shown, the commit. */
  readonly commit: number;
  readonly rawPut: number;
  /** Of the rows, as they lie sealed in the store. */
  readonly bytes: number;
  /** How many of them the plan let in; the others stand in it with their reason. */
  readonly included: number;
}

const TODAY = '2026-11-18';

/** Rejects others of every status and language in each run, just as the dialog does it. */
export async function rejectMany(session: Session, runs: number, size: number): Promise<RejectTimes> {
  await beginWork(session);
  const desk = await openMailDesk(session.host);
  if (!desk.ok) throw new Error(desk.code);
  const translator = createTranslator('nb');
  const everybody = [...session.roster.current().applications.keys()];
  const times: RejectTimes[] = [];
  for (let run = 0; run < runs; run++) {
    const selection = selectionOf(session.roster.current(), everybody.slice(run * size, (run + 1) * size), TODAY);
    const input = inputFor(session, translator);
    const means = { translator, seed: newSeed(session) };
    const planNow = () => planAction(reject, selection, input, planContext(session, desk.value, means));
    const start = performance.now();
    const shown = planNow();
    const planned = performance.now();
    const outcome = await commitPlan(session, 'reject', shown, planNow);
    const saved = performance.now();
    if (outcome.kind !== 'saved') throw new Error(outcome.kind === 'failed' ? outcome.code : 'the plan changed');
    const written = outcome.plan.included.flatMap(({ changes }) => changes.map(({ id }) => id));
    const raw = await putAgain(new Set(written), run);
    times.push({ plan: planned - start, commit: saved - planned, ...raw, included: shown.included.length });
  }
  const median = (of: (one: RejectTimes) => number): number => times.map(of).sort((a, b) => a - b)[runs >> 1] ?? 0;
  return {
    plan: median(({ plan }) => plan),
    commit: median(({ commit }) => commit),
    rawPut: median(({ rawPut }) => rawPut),
    bytes: median(({ bytes }) => bytes),
    included: median(({ included }) => included),
  };
}

function inputFor(session: Session, translator: ReturnType<typeof createTranslator>): RejectInput {
  const roster = session.roster.current();
  const texts: RejectInput['texts'] = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      templateFor(roster, translator, { purpose: 'reject-review', language, department: '' }),
    ]),
  );
  return {
    unticked: new Set(),
    tickedIn: new Set(),
    from: { name: 'Fjordkraft', address: 'jobs@example.com' },
    texts,
    stage: 'review',
    reasonId: roster.organisation?.rejectionReasons[0]?.id ?? null,
  };
}

/** A plan names who made it. */
async function beginWork(session: Session): Promise<void> {
  const id = session.newId() as RecruiterId;
  const fields = { name: 'Eva Lind', email: 'eva@example.com', rights: [...RIGHTS], departments: [] };
  const saved = await session.commit({
    action: 'edit-recruiter',
    changes: [createRecord('recruiter', id, null, { ...fields, active: true, demo: false })],
  });
  if (!saved.ok) throw new Error(saved.code);
  const chosen = await session.setPreferences({ recruiterId: id });
  if (!chosen.ok) throw new Error(chosen.code);
}

/** The same sealed rows in a store of nothing but IndexedDB. */
async function putAgain(ids: ReadonlySet<string>, run: number) {
  const ours = new Database();
  const rows = (await ours.records.bulkGet([...ids])).filter((row) => row !== undefined);
  ours.close();
  const { ms, bytes } = await putRowsAgain(rows, `raw-reject-${run.toString()}`);
  return { rawPut: ms, bytes };
}
