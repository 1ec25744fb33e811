import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { App, Service } from '../../http/service.js';
import { readParts, wholeFiles } from '../../store/file-rows.js';
import { readOrganisation } from '../../store/organisation-rows.js';
import { dispositionOf } from '../disposition.js';
import { writeNonce, type FormPlace } from '../form-nonce.js';
import { readForm, refuseForm } from '../page-form.js';
import { LONGEST_FORM } from '../page-limits.js';
import { notFound, sendPage } from '../page-answers.js';
import { wordsIn, acceptedLanguage, type PageWords } from '../page-words.js';
import { applicantPage, type ApplicantPage } from './applicant-page.js';
import { findPanel, type Panel, type PanelApplicant } from './find-panel.js';
import { panelPage } from './panel-pages.js';
import { rate, readRateForm } from './rate.js';

const TokenParams = z.object({ token: z.string() });
const PlaceParams = TokenParams.extend({ place: z.string() });
const FileParams = PlaceParams.extend({ number: z.string() });

interface Found {
  readonly panel: Panel;
  readonly token: string;
  /** Of the reviewer's page. */
  readonly path: string;
  readonly words: PageWords;
}

interface FoundApplicant extends Found {
  readonly applicant: PanelApplicant;
  readonly form: FormPlace;
}

/** `/p/<token>…`: what a reviewer sees of a panel, and says (R46–R48). Every GET only reads. */
export function addPanelPages(app: App, service: Service): void {
  app.route({
    method: 'GET',
    url: '/p/:token',
    config: { open: true },
    schema: { hide: true },
    handler: async (request, reply) => {
      const found = await find(request, service);
      if (found === null) return await notFound(request, reply);
      return await sendPage(reply, 200, panelPage(found.panel, found.path, found.words));
    },
  });
  app.route({
    method: 'GET',
    url: '/p/:token/:place',
    config: { open: true },
    schema: { hide: true },
    handler: async (request, reply) => {
      const found = await findApplicant(request, service);
      if (found === null) return await notFound(request, reply);
      return await sendPage(reply, 200, applicantPage(await pageOf(found, service), found.words));
    },
  });
  addAnswer(app, service);
  addCv(app, service);
}

function addAnswer(app: App, service: Service): void {
  app.route({
    method: 'POST',
    url: '/p/:token/:place',
    config: { open: true },
    schema: { hide: true },
    bodyLimit: LONGEST_FORM,
    handler: async (request, reply) => {
      const found = await findApplicant(request, service);
      if (found === null) return await notFound(request, reply);
      const { panel, token, applicant, path, words } = found;
      const fields = readForm(request.body);
      const form = readRateForm(fields);
      const page = async () => await pageOf(found, service);
      const now = service.now();
      const problem = refuseForm(request, { place: found.form, fields, now }, service.pages);
      if (problem !== null) {
        const refused = { form, problem };
        return await sendPage(reply, 422, applicantPage({ ...(await page()), refused }, words));
      }
      const { place } = applicant;
      const rated = await rate(service.database, {
        ...{ panel, token, place, form, now },
        sendsEmail: service.sends.includes('email'),
      });
      if (rated.ok) return await reply.redirect(`${path}/${place.toString()}`, 303);
      if (rated.code === 'page/not-found') return await notFound(request, reply);
      const refused = { form, problem: rated.code };
      return await sendPage(reply, 422, applicantPage({ ...(await page()), refused }, words));
    },
  });
}

/** C36: a CV that the request allows, as a file and never as a page of this host. */
function addCv(app: App, service: Service): void {
  app.route({
    method: 'GET',
    url: '/p/:token/:place/cv/:number',
    config: { open: true },
    schema: { hide: true },
    handler: async (request, reply) => {
      const found = await findApplicant(request, service);
      const params = FileParams.safeParse(request.params);
      const cv = params.success ? found?.applicant.cvs[numberOf(params.data.number) - 1] : undefined;
      if (found === null || cv === undefined) return await notFound(request, reply);
      const { id } = found.panel.organisation;
      const [file] = await wholeFiles(service.database, id, { ids: [cv.fileId], sight: null });
      if (file?.dossier !== found.applicant.personId) return await notFound(request, reply);
      return await reply
        .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
        .header('content-disposition', dispositionOf(cv))
        .header('content-length', file.size)
        .type(cv.mediaType)
        .send(Readable.from(readParts(service.database, id, file)));
    },
  });
}

async function find(request: FastifyRequest, { database, now }: Service): Promise<Found | null> {
  const params = TokenParams.safeParse(request.params);
  const panel = params.success ? await findPanel(database, params.data.token, now()) : null;
  if (panel === null || !params.success) return null;
  const { token } = params.data;
  const language = panel.reviewer.language ?? acceptedLanguage(request.headers['accept-language']);
  return { panel, token, path: `/p/${token}`, words: wordsIn(language) };
}

async function findApplicant(request: FastifyRequest, service: Service): Promise<FoundApplicant | null> {
  const params = PlaceParams.safeParse(request.params);
  const found = await find(request, service);
  const place = params.success ? numberOf(params.data.place) : 0;
  const applicant = found?.panel.applicants.find((one) => one.place === place);
  if (found === null || applicant === undefined) return null;
  const { secret } = await readOrganisation(service.database, found.panel.organisation.id);
  return { ...found, applicant, form: { secret, token: found.token, path: place.toString() } };
}

async function pageOf(
  { panel, applicant, path, form }: FoundApplicant,
  { database, now }: Service,
): Promise<ApplicantPage> {
  const ids = applicant.cvs.map(({ fileId }) => fileId);
  const whole = await wholeFiles(database, panel.organisation.id, { ids, sight: null });
  const files = new Set(whole.filter(({ dossier }) => dossier === applicant.personId).map(({ id }) => id));
  return { panel, applicant, path, nonce: writeNonce(form, now()), now: now(), files };
}

/** One way to write each number: no other address is the same page. */
function numberOf(text: string): number {
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0;
}
