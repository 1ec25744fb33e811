import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { publishedFile } from '../../../electron/services/mail/calendar-file.js';
import { placeWords, summaryOf } from '../../../shared/domain/interview-mail.js';
import type { App, Service } from '../../http/service.js';
import { readOrganisation } from '../../store/organisation-rows.js';
import { writeNonce, type FormPlace } from '../form-nonce.js';
import { notFound, sendPage } from '../page-answers.js';
import { readForm, refuseForm } from '../page-form.js';
import { LONGEST_FORM } from '../page-limits.js';
import { wordsIn, type PageWords } from '../page-words.js';
import { answer, readAnswerForm, type AnswerForm } from './answer.js';
import { findReply, type Reply } from './find-reply.js';
import { isComing, replyPage, type FormProblem } from './reply-page.js';

const TokenParams = z.object({ token: z.string() });

interface Found {
  readonly reply: Reply;
  readonly token: string;
  readonly path: string;
  readonly form: FormPlace;
  /** In the language of the mail. */
  readonly words: PageWords;
}

/** `/r/<token>…`: where a candidate answers an invitation (R85–R90). Every GET only reads. */
export function addReplyPage(app: App, service: Service): void {
  const common = { config: { open: true }, schema: { hide: true } } as const;
  app.route({
    ...common,
    method: 'GET',
    url: '/r/:token',
    handler: async (request, reply) => {
      const found = await find(request, service);
      return found === null ? await notFound(request, reply) : await sendPage(reply, 200, pageOf(found, service));
    },
  });
  app.route({
    ...common,
    method: 'POST',
    url: '/r/:token',
    bodyLimit: LONGEST_FORM,
    handler: async (request, reply) => {
      const found = await find(request, service);
      if (found === null) return await notFound(request, reply);
      const { token, path } = found;
      const fields = readForm(request.body);
      const form = readAnswerForm(fields);
      const refuse = async (problem: FormProblem) =>
        await sendPage(reply, 422, pageOf(found, service, { form, problem }));
      const now = service.now();
      const refusal = refuseForm(request, { place: found.form, fields, now }, service.pages);
      if (refusal !== null) return await refuse(refusal);
      const said = await answer(service.database, { reply: found.reply, token, form, now });
      if (said.ok) return await reply.redirect(path, 303);
      return said.code === 'page/not-found' ? await notFound(request, reply) : await refuse(said.code);
    },
  });
  app.route({
    ...common,
    method: 'GET',
    url: '/r/:token/interview.ics',
    handler: async (request, reply) => {
      const found = await find(request, service);
      if (found === null || !isComing(found.reply)) return await notFound(request, reply);
      return await reply
        .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
        .header('content-disposition', 'attachment; filename="interview.ics"')
        .type('text/calendar; charset=utf-8')
        .send(calendarOf(found, service.now()));
    },
  });
}

async function find(request: FastifyRequest, { database, now }: Service): Promise<Found | null> {
  const params = TokenParams.safeParse(request.params);
  const reply = params.success ? await findReply(database, params.data.token, now()) : null;
  if (reply === null || !params.success) return null;
  const { token } = params.data;
  const { secret } = await readOrganisation(database, reply.organisation.id);
  const words = wordsIn(reply.mail.language);
  return { reply, token, path: `/r/${token}`, form: { secret, token, path: 'answer' }, words };
}

function pageOf(
  { reply, path, form, words }: Found,
  { now }: Service,
  refused?: { readonly form: AnswerForm; readonly problem: FormProblem },
): string {
  const page = { reply, path, nonce: writeNonce(form, now()), now: now() };
  return replyPage(refused === undefined ? page : { ...page, refused }, words);
}

/** The entry of the invitation, which it takes the place of where that stands in a calendar already. */
function calendarOf({ reply, words }: Found, now: number): string {
  const { id, fields } = reply.interview;
  const { sequence, startsAt, minutes } = fields;
  const summary = summaryOf(fields, words.interview, [reply.vacancy, reply.organisation.name]);
  const event = { uid: `${id}@fairdesk`, sequence, startsAt, minutes, summary };
  return publishedFile({ ...event, place: placeWords(fields, words.interview), organiser: reply.mail.from }, now);
}
