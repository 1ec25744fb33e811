import { createHmac, randomBytes } from 'node:crypto';
import { CANDIDATE_ANSWERS, type CandidateAnswer, type Sign } from '../../../shared/domain/answer-token.js';
import { planAnswers } from '../../../shared/domain/read-answers.js';
import { visibleLines } from '../../../shared/domain/single-line.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { LONGEST_WISH } from '../../../shared/records/interview.js';
import type { Database } from '../../database/database.js';
import { writeByServer } from '../../store/write-by-server.js';
import { findReply, type Reply } from './find-reply.js';

export type AnswerProblem = 'page/no-answer' | 'page/not-sure' | 'page/wish-too-long' | 'page/not-found';

/** What a form says, as it was typed. */
export interface AnswerForm {
  readonly answer: CandidateAnswer | null;
  /** When somebody could come instead. */
  readonly wish: string;
  /** Whether withdrawing was ticked, too: it cannot be taken back (C18), and programs that follow links also send forms. */
  readonly isSure: boolean;
}

/** Reads a form: of the wish its visible characters. */
export function readAnswerForm(fields: ReadonlyMap<string, string>): AnswerForm {
  const said = fields.get('answer');
  return {
    answer: CANDIDATE_ANSWERS.find((one) => one === said) ?? null,
    wish: visibleLines(fields.get('wish') ?? '').trim(),
    isSure: fields.get('sure') === 'yes',
  };
}

/**
 * R86–R90: writes what a candidate answers, as the server's own change set, judged with what stands when nobody else can write:
 * the interview may have been moved or called off meanwhile. The same once more writes nothing.
 */
export async function answer(
  database: Database,
  {
    reply,
    token,
    form,
    now,
  }: { readonly reply: Reply; readonly token: string; readonly form: AnswerForm; readonly now: number },
): Promise<Result<null, AnswerProblem>> {
  const { answer: chosen } = form;
  if (chosen === null) return failure('page/no-answer');
  if (chosen === 'withdrawn' && !form.isSure) return failure('page/not-sure');
  // What was typed before another answer was chosen is not seen any more, and not meant.
  const wish = chosen === 'new-time' ? form.wish : '';
  if (wish.length > LONGEST_WISH) return failure('page/wish-too-long');
  const found = { isThere: true };
  await writeByServer(database, reply.organisation.id, {
    action: 'edit-meeting-invitation',
    now,
    plan: async (queries) => {
      const current = await findReply(queries, token, now);
      found.isThere = current !== null;
      if (current === null) return { changes: [] };
      const { interview, sequence } = current;
      const said = { way: 'page', interviewId: interview.id, sequence, answer: chosen, wish, at: null } as const;
      const find = (id: string) => (id === interview.id ? interview : null);
      return planAnswers([said], { now, sign, find }, { at: afterAll(interview, now), by: null, newId });
    },
  });
  return found.isThere ? success(null) : failure('page/not-found');
}

/** The candidate's last word, whatever the clocks of laptops said of what is known already. */
function afterAll({ answers }: Reply['interview'], now: number): number {
  return answers.reduce((latest, { at }) => Math.max(latest, at + 1), now);
}

const sign: Sign = (key, text) => createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');

function newId(): string {
  return randomBytes(16).toString('hex');
}
