import type { FastifyError } from 'fastify';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { App, Service } from '../http/service.js';
import { STYLESHEET } from './layout.js';
import { accentSheet } from './page-colours.js';
import { notFound, sendNotice } from './page-answers.js';
import { setPageHeaders } from './page-headers.js';
import { TOKEN_PATHS } from './page-paths.js';
import { cutTrickling, pageLimits, setRetryAfter } from './page-limits.js';
import { addMyPages } from './my/my-routes.js';
import { addPanelPages } from './panel/panel-routes.js';
import { addReplyPage } from './reply/reply-routes.js';

const CSS = 'text/css; charset=utf-8';

/**
 * The pages that people open without a login: plain HTML without scripts (docs/adr/0053).
 * @param formInTime milliseconds in which a form has to be there
 */
export async function addPages(app: App, service: Service, formInTime: number): Promise<void> {
  await app.register(async (pages: App) => {
    answerAsPages(pages, service);
    cutTrickling(pages, formInTime);
    addFixed(pages, STYLESHEET, { file: 'pages.css', type: CSS });
    addFixed(pages, '/pages.svg', { file: 'pages.svg', type: 'image/svg+xml' });
    addAccents(pages);
    addPanelPages(pages, service);
    addReplyPage(pages, service);
    addMyPages(pages, service);
    // What lies below such a path and is no page is the same as a page that is not there.
    for (const first of TOKEN_PATHS) {
      for (const url of [`/${first}`, `/${first}/*`]) {
        pages.route({
          method: ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'],
          url,
          config: { open: true },
          schema: { hide: true },
          handler: notFound,
        });
      }
    }
    await Promise.resolve();
  });
}

function answerAsPages(pages: App, { pages: address }: Service): void {
  const countOf = pageLimits(pages);
  pages.removeAllContentTypeParsers();
  pages.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  pages.addHook('onRequest', async (request, reply) => {
    setPageHeaders(request, reply, address);
    const wait = request.routeOptions.config.fixed === true ? null : await countOf(request);
    if (wait === null) return;
    setRetryAfter(reply, wait);
    await sendNotice(request, reply, 429);
  });
  pages.setErrorHandler(async (error: FastifyError, request, reply) => {
    const { statusCode = 500 } = error;
    if (statusCode >= 500) request.log.error(error);
    return await sendNotice(request, reply, statusCode === 413 ? 413 : statusCode < 500 ? 400 : 500);
  });
}

/** Colours whose style sheets are kept; whoever asks for more makes it begin again. */
const MOST_SHEETS = 256;

/** The style sheet of each colour that an organisation may have; which one has it, it does not tell. */
function addAccents(pages: App): void {
  const sheets = new Map<string, string>();
  const sheetOf = (colour: string): string => {
    const kept = sheets.get(colour);
    if (kept !== undefined) return kept;
    if (sheets.size >= MOST_SHEETS) sheets.clear();
    const sheet = accentSheet(colour);
    sheets.set(colour, sheet);
    return sheet;
  };
  pages.route<{ Params: { colour: string } }>({
    method: 'GET',
    url: '/pages/:colour(^[0-9a-f]{6}).css',
    config: { open: true, fixed: true },
    schema: { hide: true },
    handler: async ({ params }, reply) =>
      await reply
        .header('cache-control', 'max-age=3600')
        .type(CSS)
        .send(sheetOf(`#${params.colour}`)),
  });
}

/** A file that is the same for everybody. */
function addFixed(pages: App, url: string, { file, type }: { readonly file: string; readonly type: string }): void {
  const text = readFileSync(path.join(import.meta.dirname, file), 'utf8');
  pages.route({
    method: 'GET',
    url,
    config: { open: true, fixed: true },
    schema: { hide: true },
    handler: async (_request, reply) => await reply.header('cache-control', 'max-age=3600').type(type).send(text),
  });
}
