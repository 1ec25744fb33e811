import type { FastifyRequest } from 'fastify';
import type { Service } from '../http/service.js';
import { isNonce, type FormPlace } from './form-nonce.js';

/** The fields of a form, each once: the last of a name counts. */
export function readForm(body: unknown): ReadonlyMap<string, string> {
  return new Map(typeof body === 'string' ? new URLSearchParams(body) : []);
}

/** Whether a person sends a form that was made here for this place, not too long ago. @param now UTC milliseconds */
export function isMeant(
  request: FastifyRequest,
  service: Pick<Service, 'pages'>,
  sent: { readonly place: FormPlace; readonly fields: ReadonlyMap<string, string>; readonly now: number },
): boolean {
  const { place, fields, now } = sent;
  return (
    isFromHere(request, service) &&
    isNonce(place, fields.get('nonce') ?? '', now) &&
    (fields.get('website') ?? '') === '' // nobody sees this field: a program filled it in
  );
}

/**
 * Whether a browser sends it from a page of this host. A browser that hides where it comes from (`no-referrer`, as these pages
 * ask it to) says `Origin: null`, and then `Sec-Fetch-Site` decides; one too old for either is believed, since no cookie goes along.
 */
export function isFromHere(request: FastifyRequest, { pages }: Pick<Service, 'pages'>): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  if (origin === 'null') return site !== undefined;
  return origin === `${request.protocol}://${request.host}` || origin === pages;
}
