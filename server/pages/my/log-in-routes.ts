import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DAY, HOUR } from '../../../shared/lib/time.js';
import type { App, Service } from '../../http/service.js';
import { choosePassword, findLogin, userNameOf, type CandidateLogin } from '../../store/candidate-logins.js';
import { findOrganisation, onlyOrganisation, readOrganisation } from '../../store/organisation-rows.js';
import { isNonce, writeNonce, type FormPlace } from '../form-nonce.js';
import { notice } from '../layout.js';
import { notFound, sendOwnPage } from '../page-answers.js';
import { isFromHere, readForm } from '../page-form.js';
import { LONGEST_FORM, setRetryAfter } from '../page-limits.js';
import { acceptedLanguage, wordsIn, type PageWords } from '../page-words.js';
import { refusePassword } from './choose-password.js';
import { aboutOrganisation, findCandidate, type Candidate } from './find-candidate.js';
import type { MyProblem } from './form.js';
import { logInPage, passwordPage, type LogInPage } from './log-in-pages.js';
import { hashPassword, isPassword } from './password.js';
import { keptIn } from './own-details.js';
import { logIn, logInPath, sessionOf, ticketOf, type Session } from './session.js';

/** C17. */
const MAILED_LASTS = 14 * DAY;
/** Of one user name, by whichever network. */
const TRIES_AN_HOUR = 20;

const OPEN = { config: { open: true }, schema: { hide: true } } as const;

/** Shows the own page with what was typed in a form that came after its session. */
type Resume = (reply: FastifyReply, session: Session, form: ReadonlyMap<string, string>) => Promise<FastifyReply>;

/** `/my/log-in`, `/my/<organisation>` and `/my/password`: how somebody comes to the own page. */
export function addLogIn(app: App, service: Service, resume: Resume): void {
  const { database } = service;
  app.route({
    ...OPEN,
    method: 'GET',
    url: '/my/log-in',
    handler: async (request, reply) => {
      const only = await onlyOrganisation(database);
      if (only !== null) return await reply.redirect(`/my/${only}`, 303);
      const words = asked(request);
      const page = { title: words.t('pages.my.logIn'), text: words.t('pages.my.which') };
      return await sendOwnPage(reply, 200, notice(page, words));
    },
  });
  app.route({
    ...OPEN,
    method: 'GET',
    url: '/my/:organisation',
    handler: async (request, reply) => {
      const place = await placeOf(request, service);
      if (place === null) return await notFound(request, reply);
      if ((await sessionOf(request, service))?.login.organisation === place.organisation.id)
        return await reply.redirect('/my', 303);
      return await sendOwnPage(reply, 200, pageOf(request, place, service));
    },
  });
  addTry(app, service, resume);
  addChoosing(app, service);
}

/**
 * A form that came after its session: nothing of it is done. Where it is this page's own, whoever logs in again finds what was typed.
 */
export async function logInAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  { service, path }: { readonly service: Service; readonly path: string },
): Promise<FastifyReply> {
  const form = readForm(request.body);
  const ticket = ticketOf(request);
  const place = ticket === null ? null : await findPlace(ticket.organisation, service);
  if (ticket === null || place === null) return await reply.redirect(logInPath(request), 303);
  const sent = { secret: place.form.secret, token: ticket.token, path };
  const isOurs = isFromHere(request, service.pages) && isNonce(sent, form.get('nonce') ?? '', service.now());
  if (!isOurs) return await reply.redirect(logInPath(request), 303);
  const kept = keptIn(form);
  const problem = kept.size === 0 ? 'session-over' : 'typed-kept';
  return await sendOwnPage(reply, 422, pageOf(request, place, service, { userName: '', problem, kept }));
}

interface Place {
  readonly organisation: Candidate['organisation'];
  readonly form: FormPlace;
}

async function placeOf(request: FastifyRequest, service: Service): Promise<Place | null> {
  const params = z.object({ organisation: z.uuid() }).safeParse(request.params);
  return params.success ? await findPlace(params.data.organisation, service) : null;
}

async function findPlace(id: string, { database }: Service): Promise<Place | null> {
  const row = await findOrganisation(database, id);
  if (row === null) return null;
  const organisation = await aboutOrganisation(database, row.id);
  return { organisation, form: { secret: row.secret, token: 'log-in', path: row.id } };
}

function pageOf(
  request: FastifyRequest,
  { organisation, form }: Place,
  { now }: Service,
  { userName, problem, kept }: Pick<LogInPage, 'userName' | 'problem' | 'kept'> = {
    userName: '',
    problem: null,
    kept: new Map(),
  },
): string {
  const nonce = writeNonce(form, now());
  return logInPage({ organisation, nonce, userName, problem, kept }, asked(request));
}

/** Whoever is nobody here is answered as whoever has the wrong password: the same words, after the same work. */
function addTry(app: App, service: Service, resume: Resume): void {
  const { database, now } = service;
  const ofUser = app.createRateLimit({
    max: TRIES_AN_HOUR,
    timeWindow: HOUR,
    keyGenerator: userOf,
  });
  app.route({
    ...OPEN,
    method: 'POST',
    url: '/my/:organisation',
    bodyLimit: LONGEST_FORM,
    handler: async (request, reply) => {
      const place = await placeOf(request, service);
      if (place === null) return await notFound(request, reply);
      const form = readForm(request.body);
      const userName = form.get('user-name') ?? '';
      const kept = keptIn(form);
      const refuse = async (problem: MyProblem, status = 422) =>
        await sendOwnPage(reply, status, pageOf(request, place, service, { userName, problem, kept }));
      if (!isFromHere(request, service.pages) || !isNonce(place.form, form.get('nonce') ?? '', now()))
        return await refuse('form-old');
      const counted = await ofUser(request);
      if (!counted.isAllowed && counted.isExceeded) {
        setRetryAfter(reply, counted.ttlInSeconds);
        return await refuse('too-many', 429);
      }
      const login = await findLogin(database, place.organisation.id, userNameOf(userName));
      const isRight = await isPassword((form.get('password') ?? '').trim(), login?.password ?? null);
      if (login === null || !isRight || isOver(login, now())) return await refuse('refused');
      const session = await logIn(reply, login, service);
      if (session === null) return await refuse('refused');
      if (login.mailedAt !== null) return await reply.redirect('/my/password', 303);
      return kept.size === 0 ? await reply.redirect('/my', 303) : await resume(reply, session, form);
    },
  });
}

/** Who is meant, whichever way the address is spelt: nothing readable is kept of it. */
function userOf({ params, body }: FastifyRequest): string {
  const { organisation } = params as { readonly organisation: string };
  const user = `${organisation.toLowerCase()} ${userNameOf(readForm(body).get('user-name') ?? '')}`;
  return createHash('sha256').update(user).digest('base64');
}

function isOver({ mailedAt }: CandidateLogin, now: number): boolean {
  return mailedAt !== null && now > mailedAt + MAILED_LASTS;
}

function addChoosing(app: App, service: Service): void {
  const { database } = service;
  app.route({
    ...OPEN,
    method: 'GET',
    url: '/my/password',
    handler: async (request, reply) => {
      const session = await sessionOf(request, service);
      if (session === null) return await reply.redirect(logInPath(request), 303);
      return await showChoosing(request, reply, { session, problem: null, service });
    },
  });
  app.route({
    ...OPEN,
    method: 'POST',
    url: '/my/password',
    bodyLimit: LONGEST_FORM,
    handler: async (request, reply) => {
      const session = await sessionOf(request, service);
      if (session === null) return await logInAgain(request, reply, { service, path: 'password' });
      const form = readForm(request.body);
      const typed = (name: string): string => (form.get(name) ?? '').trim();
      const chosen = { password: typed('password'), repeated: typed('repeated'), current: typed('current') };
      const place = await choosingPlace(session, service);
      const isMeant = isFromHere(request, service.pages) && isNonce(place, form.get('nonce') ?? '', service.now());
      const problem = isMeant ? await refusePassword(session.login, chosen) : 'form-old';
      if (problem !== null) return await showChoosing(request, reply, { session, problem, service });
      const password = await hashPassword(chosen.password);
      const isKept =
        (await choosePassword(database, session.login, password)) &&
        (await logIn(reply, { ...session.login, password }, service)) !== null;
      // Otherwise another password was mailed meanwhile.
      return await reply.redirect(isKept ? '/my?done=password' : logInPath(request), 303);
    },
  });
}

async function choosingPlace({ login, token }: Session, { database }: Service): Promise<FormPlace> {
  const { secret } = await readOrganisation(database, login.organisation);
  return { secret, token, path: 'password' };
}

async function showChoosing(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    session,
    problem,
    service,
  }: { readonly session: Session; readonly problem: MyProblem | null; readonly service: Service },
): Promise<FastifyReply> {
  const { login } = session;
  const candidate = await findCandidate(service.database, login);
  const organisation = await aboutOrganisation(service.database, login.organisation);
  const words = candidate === null ? asked(request) : wordsIn(candidate.own.fields.language);
  const nonce = writeNonce(await choosingPlace(session, service), service.now());
  const page = { organisation, userName: login.userName, nonce, isFirst: login.mailedAt !== null, problem };
  return await sendOwnPage(reply, problem === null ? 200 : 422, passwordPage(page, words));
}

function asked(request: FastifyRequest): PageWords {
  return wordsIn(acceptedLanguage(request.headers['accept-language']));
}
