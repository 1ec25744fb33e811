import { standingAnswer, givenAt } from '../../../shared/domain/interview-answers.js';
import { CANDIDATE_ANSWERS, type CandidateAnswer } from '../../../shared/domain/answer-token.js';
import { interviewFields } from '../../../shared/domain/interview-mail.js';
import { replyUntil } from '../../../shared/domain/judge-answer.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Instant } from '../../../shared/lib/time.js';
import { LONGEST_WISH, type GivenAnswer } from '../../../shared/records/interview.js';
import { guards, refusedNote } from '../form-fields.js';
import { html, when, type Html } from '../html.js';
import { detailList } from '../detail-list.js';
import { documentOf } from '../layout.js';
import type { FormRefusal } from '../page-form.js';
import type { PageWords } from '../page-words.js';
import type { AnswerForm, AnswerProblem } from './answer.js';
import type { Reply } from './find-reply.js';

export type FormProblem = Exclude<AnswerProblem, 'page/not-found'> | FormRefusal;

const PROBLEM_WORDS = {
  'page/no-answer': 'pages.reply.problems.no-answer',
  'page/not-sure': 'pages.reply.problems.not-sure',
  'page/wish-too-long': 'pages.reply.problems.wish-too-long',
  'page/form-old': 'pages.form.old',
  'page/form-filled': 'pages.form.filled',
} as const satisfies Record<FormProblem, MessageKey>;

export interface ReplyPage {
  readonly reply: Reply;
  readonly path: string;
  readonly nonce: string;
  readonly now: Instant;
  /** What was typed and not taken, and why. */
  readonly refused?: { readonly form: AnswerForm; readonly problem: FormProblem };
}

/** Whether somebody said yes to what still takes place: then it may go into their calendar. */
export function isComing(reply: Reply): boolean {
  return !reply.interview.cancelled && countsOf(reply)?.answer === 'accepted';
}

/** `/r/<token>`: an invitation, its four answers, and what was answered before (R86–R90). Nothing on it says more than has to be known. */
export function replyPage(page: ReplyPage, words: PageWords): string {
  const { reply, path, refused } = page;
  const { t } = words;
  const body = html`<p class="kind">${t('pages.reply.hello', { name: reply.givenName })}</p>
    <h1>${t('pages.reply.heading')}</h1>
    ${refused === undefined && answered(page, words)}
    ${
      !isOut(reply) &&
      html`<section aria-label="${t('pages.reply.title')}" class="card">
        ${detailList(detailsOf(reply, words))}
        ${isComing(reply) && html`<p class="file"><a href="${path}/interview.ics">${t('pages.reply.calendar')}</a></p>`}
      </section>`
    }
    <section aria-labelledby="yours" class="card">
      <h2 id="yours">${t('pages.reply.yours')}</h2>
      ${answerForm(page, words)}
    </section>
    ${
      (countsOf(reply) === null || isOut(reply) || refused !== undefined) &&
      html`<p class="small">${t('pages.reply.open', { until: untilOf(reply, words) })}</p>`
    }`;
  return documentOf({ title: t('pages.reply.title'), organisation: reply.organisation, body }, words);
}

/** In the words of the mail (R67). */
function detailsOf({ interview, mail, organisation }: Reply, { t, interview: words }: PageWords) {
  const context = { organisation, recruiterName: () => null, interviews: { words: () => words } };
  const said = interviewFields({ ...interview.fields, id: interview.id }, mail.language, context);
  return [
    { label: t('pages.reply.date'), value: said.interviewdate ?? '' },
    { label: t('pages.reply.time'), value: said.interviewtime ?? '' },
    { label: t('pages.reply.duration'), value: said.duration ?? '' },
    { label: t('pages.reply.place'), value: said.address ?? '' },
  ].filter(({ value }) => value !== '');
}

/** What counts of what was answered to this time; null where nothing does, or the recruiter set it back. */
function countsOf({ interview: { fields, answers } }: Reply): GivenAnswer | null {
  const standing = standingAnswer(fields, answers);
  return standing?.answer === 'awaiting' ? null : standing;
}

/** Whoever withdrew while the application went on. Of one that had ended it is an answer like the others (C18). */
function isOut(reply: Reply): boolean {
  return countsOf(reply)?.answer === 'withdrawn' && reply.interview.status === 'withdrawn';
}

/** What counts, and since when (not later than now, whatever a laptop's clock said); of somebody who has withdrawn also what they said since (C18). */
function answered({ reply, now }: ReplyPage, words: PageWords): Html | null {
  const { t, moment } = words;
  const { fields, answers, cancelled } = reply.interview;
  const counts = countsOf(reply);
  const off = cancelled && !isOut(reply) && t('pages.reply.calledOff');
  if (counts === null) return off === false ? null : html`<p class="done">${off}</p>`;
  const when = moment(Math.min(givenAt(counts), now), reply.organisation.zone);
  const until = untilOf(reply, words);
  const last = answers.filter(({ sequence }) => sequence === fields.sequence).at(-1) ?? counts;
  return html`<div class="saved" role="status">
    <p><strong>${isOut(reply) ? t('pages.reply.withdrawn') : said(counts, words)}</strong></p>
    ${counts.wish !== '' && html`<p class="own">${t('pages.reply.wished', { wish: counts.wish })}</p>`}
    <p class="small">${isOut(reply) ? t('pages.reply.stays', { when }) : t('pages.reply.until', { when, until })}</p>
    ${last !== counts && html`<p>${t('pages.reply.since', { answer: wordOf(last, words) })}</p>`}
    ${off !== false && html`<p>${off}</p>`}
  </div>`;
}

function said(given: GivenAnswer, words: PageWords): string {
  const word = given.via === 'recruiter' ? 'pages.reply.noted' : 'pages.reply.answered';
  return words.t(word, { answer: wordOf(given, words) });
}

function wordOf({ answer }: GivenAnswer, { interview }: PageWords): string {
  return answer === 'awaiting' ? '' : interview.answers[answer];
}

/** No answer is chosen before somebody chooses it. */
function answerForm({ reply, path, nonce, refused }: ReplyPage, words: PageWords): Html {
  const { t, interview } = words;
  const isFirst = countsOf(reply) === null;
  const { answer: chosen, wish, isSure } = refused?.form ?? { answer: null, wish: '', isSure: false };
  const described = refused === undefined ? null : html` aria-describedby="problem"`;
  return html`<form method="post" action="${path}" ${described}>
    ${refused !== undefined && refusedNote(t(PROBLEM_WORDS[refused.problem]), words)} ${guards(nonce, words)}
    <fieldset class="answers">
      <legend>${t('pages.reply.choose')}</legend>
      ${CANDIDATE_ANSWERS.map(
        (one) =>
          html`<label
              ><input
                type="radio"
                name="answer"
                value="${one}"
                required${when(one === chosen, 'checked')}
                ${one === 'withdrawn' && html` aria-describedby="ends"`}
              /><span>${interview.answers[one]}</span></label
            >${one === 'new-time' && wishField(wish, words)}${
              one === 'withdrawn' &&
              html`<p class="small" id="ends">${t('pages.reply.withdrawHint')}</p>
                <label class="tick sure"
                  ><input type="checkbox" name="sure" value="yes" ${when(isSure, 'checked')} /><span
                    >${t('pages.reply.sure')}</span
                  ></label
                >`
            }`,
      )}
    </fieldset>
    <button type="submit">${isFirst ? t('pages.reply.send') : t('pages.reply.change')}</button>
  </form>`;
}

function wishField(wish: string, { t, interview }: PageWords): Html {
  const answer: CandidateAnswer = 'new-time';
  return html`<div class="wish">
    <label class="field" for="wish">${t('pages.reply.wish')}</label>
    <p class="small" id="hint">${t('pages.reply.wishHint', { answer: interview.answers[answer] })}</p>
    <textarea id="wish" name="wish" rows="3" maxlength="${LONGEST_WISH}" aria-describedby="hint" dir="auto">
${wish}</textarea>
  </div>`;
}

/** Day and time by the organisation's clock (C3). */
function untilOf({ interview, organisation }: Reply, { moment }: PageWords): string {
  return moment(replyUntil(interview.fields), organisation.zone);
}
