import { z } from 'zod';
import { CANDIDATE_ANSWERS } from '../../../shared/domain/answer-token.js';
import type { SaidAnswer } from '../../../shared/domain/said-answer.js';
import type { Result } from '../../../shared/lib/result.js';
import { InstantSchema } from '../../../shared/records/primitives.js';
import { READ_PROBLEMS, type ReadProblem } from './read-problem.js';

const said = z.discriminatedUnion('way', [
  z.object({ way: z.literal('mail'), tokens: z.array(z.string()), at: InstantSchema.nullable() }),
  z.object({
    way: z.literal('calendar'),
    uid: z.string(),
    sequence: z.int().nonnegative(),
    attendees: z.array(z.object({ address: z.string(), answer: z.enum(CANDIDATE_ANSWERS).nullable() })),
    at: InstantSchema.nullable(),
    proposed: z.object({ startsAt: InstantSchema, minutes: z.int().positive() }).nullable(),
  }),
]);

/** What the worker that reads foreign files may answer, and nothing else. */
export const ReadAnswers: z.ZodType<Result<readonly SaidAnswer[], ReadProblem>> = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.array(said) }),
  z.object({ ok: z.literal(false), code: z.enum(READ_PROBLEMS) }),
]);
