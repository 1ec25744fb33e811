import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { isConsentPurpose } from '../../../shared/domain/own-page.js';
import type { App, Service } from '../../http/service.js';
import { readParts, wholeFiles } from '../../store/file-rows.js';
import { readOrganisation } from '../../store/organisation-rows.js';
import { dispositionOf } from '../disposition.js';
import { isNonce, writeNonce, type FormPlace } from '../form-nonce.js';
import { notFound, sendOwnPage } from '../page-answers.js';
import { isFromHere, readForm } from '../page-form.js';
import { LONGEST_FORM } from '../page-limits.js';
import { wordsIn } from '../page-words.js';
import { zipOf } from './download.js';
import { findCandidate, type Candidate } from './find-candidate.js';
import { addLogIn, logInAgain } from './log-in-routes.js';
import { DONE, myPage, type MyPage } from './my-page.js';
import { writeOwn, type OwnAct } from './own-changes.js';
import { cleanOwnDetails, shownDetails, typedDetails } from './own-details.js';
import { leave, logInPath, logOut, sessionOf, type Session } from './session.js';

/** Somebody who has logged in and chosen a password, with what is kept about them. */
interface Visit {
  readonly session: Session;
  readonly candidate: Candidate;
  readonly placeOf: (path: string) => FormPlace;
}

type Form = ReadonlyMap<string, string>;
type Refused = NonNullable<MyPage['refused']>;

const OPEN = { config: { open: true }, schema: { hide: true } } as const;

/** `/my…`: the page of somebody whose details are kept (C17). Every GET only reads. */
export function addMyPages(app: App, service: Service): void {
  addLogIn(app, service, async (reply, session, form) => {
    const visit = await openVisit(reply, session, service);
    if (visit === null) return reply;
    const refused = {
      form: 'details',
      problem: 'not-saved',
      typed: typedDetails(form),
      shown: shownDetails(form),
    } as const;
    return await show(reply, visit, { service, done: null, refused });
  });
  app.route({
    ...OPEN,
    method: 'GET',
    url: '/my',
    handler: async (request, reply) => {
      const visit = await visitOf(request, reply, service);
      return visit === null ? reply : await show(reply, visit, { service, done: doneOf(request), refused: null });
    },
  });
  addForm(app, service, 'details', (form) => {
    const [typed, shown] = [typedDetails(form), shownDetails(form)];
    const details = cleanOwnDetails(typed);
    return typeof details === 'string'
      ? { form: 'details', problem: details, typed, shown }
      : { kind: 'details', details, shown };
  });
  addForm(app, service, 'consent', (form) => {
    const purpose = form.get('purpose') ?? '';
    return isConsentPurpose(purpose) ? { kind: 'consent', purpose } : { form: 'consent', problem: 'form-old' };
  });
  addForm(app, service, 'erasure', (form) =>
    form.get('sure') === 'yes' ? { kind: 'erasure' } : { form: 'erasure', problem: 'not-ticked' },
  );
  addLogOut(app, service);
  addDownloads(app, service);
  for (const url of ['/my/*', '/my/']) {
    app.route({ ...OPEN, method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'], url, handler: notFound });
  }
}

/** A form of the page: what it says is written, and the page says so; or it stands there again with what is wrong. */
function addForm(app: App, service: Service, path: Refused['form'], read: (form: Form) => OwnAct | Refused): void {
  app.route({
    ...OPEN,
    method: 'POST',
    url: `/my/${path}`,
    bodyLimit: LONGEST_FORM,
    handler: async (request, reply) => {
      const session = await sessionOf(request, service);
      if (session === null) return await logInAgain(request, reply, { service, path });
      const visit = await openVisit(reply, session, service);
      if (visit === null) return reply;
      const form = readForm(request.body);
      const said = read(form);
      const typed = path === 'details' ? { typed: typedDetails(form), shown: shownDetails(form) } : {};
      const refused: Refused | null = !isMeant(request, visit, { form, path, service })
        ? { form: path, problem: 'form-old', ...typed }
        : 'problem' in said
          ? said
          : null;
      if (refused !== null) return await show(reply, visit, { service, done: null, refused });
      if (!('problem' in said)) await writeOwn(visit.session.login, said, service);
      return await reply.redirect(`/my?done=${path}`, 303);
    },
  });
}

function addLogOut(app: App, service: Service): void {
  app.route({
    ...OPEN,
    method: 'POST',
    url: '/my/log-out',
    bodyLimit: LONGEST_FORM,
    handler: async (request, reply) => {
      const visit = await visitOf(request, reply, service);
      if (visit === null) return reply;
      const { organisation } = visit.session.login;
      if (!isMeant(request, visit, { form: readForm(request.body), path: 'log-out', service }))
        return await reply.redirect('/my', 303);
      await logOut(reply, visit.session, service);
      return await reply.redirect(`/my/${organisation}`, 303);
    },
  });
}

function addDownloads(app: App, service: Service): void {
  const { database, now } = service;
  const policy = "default-src 'none'; sandbox; frame-ancestors 'none'";
  app.route({
    ...OPEN,
    method: 'GET',
    url: '/my/download',
    handler: async (request, reply) => {
      const visit = await visitOf(request, reply, service);
      if (visit === null) return reply;
      return await reply
        .header('content-security-policy', policy)
        .header('content-disposition', dispositionOf({ name: 'fairdesk.zip' }))
        .type('application/zip')
        .send(zipOf(database, visit.candidate, now()));
    },
  });
  app.route({
    ...OPEN,
    method: 'GET',
    url: '/my/files/:number',
    handler: async (request, reply) => {
      const visit = await visitOf(request, reply, service);
      if (visit === null) return reply;
      const { number } = z.object({ number: z.string() }).parse(request.params);
      const { documents, organisation } = visit.candidate;
      const document = /^[1-9]\d{0,4}$/.test(number) ? documents[Number(number) - 1] : undefined;
      const ids = document === undefined ? [] : [document.fileId];
      const [file] = await wholeFiles(database, organisation.id, { ids, sight: null });
      if (document === undefined || file === undefined) return await notFound(request, reply);
      return await reply
        .header('content-security-policy', policy)
        .header('content-disposition', dispositionOf(document))
        .header('content-length', file.size)
        .type(document.mediaType)
        .send(Readable.from(readParts(database, organisation.id, file)));
    },
  });
}

/** Null: there is no session that may see this, and the answer is under way: to log in, or to choose a password first. */
async function visitOf(request: FastifyRequest, reply: FastifyReply, service: Service): Promise<Visit | null> {
  const session = await sessionOf(request, service);
  if (session !== null) return await openVisit(reply, session, service);
  await reply.redirect(logInPath(request), 303);
  return null;
}

async function openVisit(reply: FastifyReply, session: Session, service: Service): Promise<Visit | null> {
  if (session.login.mailedAt !== null) {
    await reply.redirect('/my/password', 303);
    return null;
  }
  const candidate = await findCandidate(service.database, session.login);
  if (candidate === null) {
    leave(reply); // there is nothing that the session could show
    await reply.redirect(`/my/${session.login.organisation}`, 303);
    return null;
  }
  const { secret } = await readOrganisation(service.database, session.login.organisation);
  return { session, candidate, placeOf: (path) => ({ secret, token: session.token, path }) };
}

function isMeant(
  request: FastifyRequest,
  { placeOf }: Visit,
  { form, path, service }: { readonly form: Form; readonly path: string; readonly service: Service },
): boolean {
  return isFromHere(request, service.pages) && isNonce(placeOf(path), form.get('nonce') ?? '', service.now());
}

async function show(
  reply: FastifyReply,
  { candidate, placeOf }: Visit,
  { service, done, refused }: { readonly service: Service } & Pick<MyPage, 'done' | 'refused'>,
): Promise<FastifyReply> {
  const now = service.now();
  const ids = candidate.documents.map(({ fileId }) => fileId);
  const whole = new Set(
    (await wholeFiles(service.database, candidate.organisation.id, { ids, sight: null })).map(({ id }) => id),
  );
  const page: MyPage = {
    ...{ candidate, done, refused, now },
    nonceFor: (path) => writeNonce(placeOf(path), now),
    files: ids.map((id) => whole.has(id)),
  };
  return await sendOwnPage(reply, refused === null ? 200 : 422, myPage(page, wordsIn(candidate.own.fields.language)));
}

function doneOf(request: FastifyRequest): MyPage['done'] {
  const { done = '' } = request.query as { readonly done?: string };
  return Object.hasOwn(DONE, done) ? (done as keyof typeof DONE) : null;
}
