import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Service } from '../http/service.js';
import { notice } from './layout.js';
import { setPageHeaders } from './page-headers.js';
import { acceptedLanguage, wordsIn } from './page-words.js';

const NOTICES = {
  404: ['pages.notFoundTitle', 'pages.notFound'],
  400: ['pages.unreadableTitle', 'pages.unreadable'],
  413: ['pages.unreadableTitle', 'pages.unreadable'],
  429: ['pages.tooManyTitle', 'pages.tooMany'],
  500: ['pages.faultTitle', 'pages.fault'],
} as const;

export async function sendPage(reply: FastifyReply, status: number, text: string): Promise<FastifyReply> {
  return await reply.code(status).type('text/html; charset=utf-8').send(text);
}

/** A page that a cookie opens: nothing in its address is secret, and its forms have to say where they come from. */
export async function sendOwnPage(reply: FastifyReply, status: number, text: string): Promise<FastifyReply> {
  return await sendPage(reply.header('referrer-policy', 'same-origin'), status, text);
}

/** A page that says what is wrong, in the language that the browser asks for: whose link it was is not told by it. */
export async function sendNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  status: keyof typeof NOTICES,
): Promise<FastifyReply> {
  const words = wordsIn(acceptedLanguage(request.headers['accept-language']));
  const [title, text] = NOTICES[status];
  return await sendPage(reply, status, notice({ title: words.t(title), text: words.t(text) }, words));
}

/** The same for an address that looks like one of a page, and that the router has no page for. */
export async function notFoundOutside(
  request: FastifyRequest,
  reply: FastifyReply,
  { pages }: Pick<Service, 'pages'>,
): Promise<FastifyReply> {
  setPageHeaders(request, reply, pages);
  return await notFound(request, reply);
}

/** The same for whatever leads nowhere: unknown, forged, expired, taken back, of another purpose. */
export async function notFound(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return await sendNotice(request, reply, 404);
}
