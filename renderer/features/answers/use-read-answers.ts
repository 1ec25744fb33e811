import { useCallback, useMemo, useState } from 'react';
import { planAnswers, type AnswerOutcome } from '../../../shared/domain/read-answers.js';
import type { SaidAnswer } from '../../../shared/domain/said-answer.js';
import type { StatusStamp } from '../../../shared/domain/status-event.js';
import { failure, type Result } from '../../../shared/lib/result.js';
import { RecruiterIdSchema } from '../../../shared/records/primitives.js';
import { answerFacts } from '../../data/answer-facts.js';
import type { CommitResult } from '../../data/commit.js';
import type { Roster } from '../../data/roster/rows.js';
import type { Session } from '../../data/session.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import type { AnswerSource } from './read-answers.js';
import { bytesOf, readInWorker } from './read-in-worker.js';
import type { ReadProblem } from './read-problem.js';

/** Something that was dropped, chosen or pasted, and what is in it. */
interface ReadSource {
  readonly key: number;
  /** Of the file; null for what was pasted. */
  readonly name: string | null;
  readonly read: Result<readonly SaidAnswer[], ReadProblem>;
}

/** A line of the list: what becomes of an answer, or why there is none. */
export interface AnswerLine {
  readonly key: string;
  readonly name: string | null;
  readonly found: AnswerOutcome | { readonly kind: 'problem'; readonly reason: ReadProblem };
}

export interface ReadingAnswers {
  /** The newest first. */
  readonly lines: readonly AnswerLine[];
  /** How many answers would be entered. */
  readonly count: number;
  readonly busy: boolean;
  readonly takeFiles: (files: readonly File[]) => Promise<void>;
  readonly takeText: (text: string) => Promise<void>;
  readonly save: () => Promise<CommitResult>;
}

/** Reads answers and shows what would become of them; nothing is written before `save`. */
export function useReadAnswers(): ReadingAnswers {
  const session = useSession();
  const { zone } = useFormats();
  const [sources, setSources] = useState<readonly ReadSource[]>([]);
  const [reading, setReading] = useState(0);
  const take = useCallback(
    async (name: string | null, open: () => Promise<Result<AnswerSource, ReadProblem>>): Promise<void> => {
      setReading((before) => before + 1);
      const source = await open();
      const read = source.ok ? await readInWorker(source.value, zone) : failure(source.code);
      setSources((before) => [{ key: before.length, name, read }, ...before]);
      setReading((before) => before - 1);
    },
    [zone],
  );
  const takeFiles = useCallback(
    async (files: readonly File[]): Promise<void> => {
      for (const file of files) await take(file.name, () => bytesOf(file));
    },
    [take],
  );
  const lines = useLines(sources);
  return {
    lines,
    count: lines.filter(({ found }) => found.kind === 'taken').length,
    busy: reading > 0,
    takeFiles,
    takeText: (text) => take(null, () => Promise.resolve({ ok: true, value: text })),
    save: () =>
      session.commit({
        action: 'edit-meeting-invitation',
        // Planned where nobody else can write: what was answered by hand meanwhile counts.
        changes: () => planAnswers(saidIn(sources), answerFacts(session), stampOf(session)).changes,
      }),
  };
}

function useLines(sources: readonly ReadSource[]): readonly AnswerLine[] {
  const session = useSession();
  const select = useCallback(
    (roster: Roster) => {
      const said = saidIn(sources);
      const { outcomes } = planAnswers(said, answerFacts(session, roster), stampOf(session));
      return new Map(said.map((one, at) => [one, outcomes[at]]));
    },
    [session, sources],
  );
  const outcomes = useRoster(select);
  return useMemo(() => sources.flatMap((source) => linesOf(source, outcomes)), [sources, outcomes]);
}

function linesOf(
  { key, name, read }: ReadSource,
  outcomes: ReadonlyMap<SaidAnswer, AnswerOutcome | undefined>,
): readonly AnswerLine[] {
  if (!read.ok) return [{ key: key.toString(), name, found: { kind: 'problem', reason: read.code } }];
  return read.value.flatMap((said, at) => {
    const found = outcomes.get(said);
    return found === undefined ? [] : [{ key: `${key.toString()}-${at.toString()}`, name, found }];
  });
}

function saidIn(sources: readonly ReadSource[]): readonly SaidAnswer[] {
  return sources.flatMap(({ read }) => (read.ok ? read.value : []));
}

function stampOf(session: Session): StatusStamp {
  const by = RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId);
  return { at: session.now(), by, newId: () => session.newId() };
}
