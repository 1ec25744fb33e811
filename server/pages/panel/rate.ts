import { randomBytes } from 'node:crypto';
import { enterPanelRating, type PanelRatingRefusal } from '../../../shared/domain/panel-rating.js';
import { LONGEST_COMMENT } from '../../../shared/domain/panel-page.js';
import { visibleLines } from '../../../shared/domain/single-line.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { PanelScore } from '../../../shared/records/panel-review.js';
import type { Database } from '../../database/database.js';
import { writeByServer } from '../../store/write-by-server.js';
import { findPanel, type Panel } from './find-panel.js';
import { notify } from './notify.js';

export type RateProblem = PanelRatingRefusal | 'page/comment-too-long' | 'page/not-looked' | 'page/not-found';

/** What a form says, as it was typed. */
export interface RateForm {
  readonly value: number | null;
  readonly comment: string;
  /** Asked for where neither a rating nor a comment is. */
  readonly looked: boolean;
}

/** Reads a form: of a comment its visible characters. */
export function readRateForm(fields: ReadonlyMap<string, string>): RateForm {
  const value = fields.get('value') ?? '';
  return {
    value: value === '' ? null : /^\d{1,3}$/.test(value) ? Number(value) : Number.NaN,
    comment: visibleLines(fields.get('comment') ?? '').trim(),
    looked: fields.get('looked') === 'yes',
  };
}

/**
 * R47, R48: writes what a reviewer says, as the server's own change set. Judged again with what stands when nobody else can write:
 * the panel may have closed meanwhile. The same once more writes nothing.
 */
export async function rate(
  database: Database,
  {
    panel,
    token,
    place,
    form,
    now,
    sendsEmail,
  }: {
    readonly panel: Panel;
    readonly token: string;
    readonly place: number;
    readonly form: RateForm;
    readonly now: number;
    /** Whether the server sends mails itself. */
    readonly sendsEmail: boolean;
  },
): Promise<Result<null, RateProblem>> {
  const { noRating, noComments } = panel.review;
  if (form.comment.length > LONGEST_COMMENT) return failure('page/comment-too-long');
  if (noRating && noComments && !form.looked) return failure('page/not-looked');
  const score: PanelScore = { value: form.value, comment: form.comment };
  const found: { problem: RateProblem | null } = { problem: null };
  await writeByServer(database, panel.organisation.id, {
    action: 'enter-panel-rating',
    now,
    plan: async (queries) => {
      const current = await findPanel(queries, token, now);
      const applicant = current?.applicants.find((one) => one.place === place);
      if (current === null || applicant === undefined) {
        found.problem = 'page/not-found';
        return { changes: [] };
      }
      const { id: reviewId, review, reviewer } = current;
      const { applicationId, personId, said } = applicant;
      const rated = { reviewId, review, reviewerId: reviewer.id, applicationId, personId };
      const newId = () => randomBytes(16).toString('hex');
      const stamp = { at: now, by: null, newId };
      const entered = enterPanelRating(rated, score, stamp);
      if (!entered.ok) {
        found.problem = entered.code;
        return { changes: [] };
      }
      const isSame = said?.value === score.value && said.comment === score.comment;
      if (isSame) return { changes: [] };
      const done = current.applicants.filter((one) => one === applicant || one.said !== null).length;
      return { changes: [entered.value, ...(await notify(queries, { panel: current, done, sendsEmail, now, newId }))] };
    },
  });
  return found.problem === null ? success(null) : failure(found.problem);
}
