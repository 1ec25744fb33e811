import type { FastifyRequest } from 'fastify';
import { TRAP } from './form-fields.js';
import { isNonce, type FormPlace } from './form-nonce.js';

/** The fields of a form, each once: the last of a name counts. */
export function readForm(body: unknown): ReadonlyMap<string, string> {
  return new Map(typeof body === 'string' ? new URLSearchParams(body) : []);
}

/** `page/form-filled`: what nobody sees was filled in, by a program. */
export type FormRefusal = 'page/form-old' | 'page/form-filled';

/**
 * Why a form behind a link is not read; null: a person sends it, from a page that was made here for this place, not too long ago.
 * @param now UTC milliseconds
 */
export function refuseForm(
  request: FastifyRequest,
  sent: { readonly place: FormPlace; readonly fields: ReadonlyMap<string, string>; readonly now: number },
  address: string | null,
): FormRefusal | null {
  const { place, fields, now } = sent;
  if (isFromElsewhere(request, address) || !isNonce(place, fields.get('nonce') ?? '', now)) return 'page/form-old';
  return (fields.get(TRAP) ?? '') === '' ? null : 'page/form-filled';
}

/**
 * Whether a browser says that another host's page sends it. It hides where it comes from when the page asks for `no-referrer`
 * (`Origin: null`, Fetch 3.2), and says `Sec-Fetch-Site` over HTTPS alone; whoever knows the token in the address needs no more.
 * @param address origin of the pages, where it is known
 */
function isFromElsewhere(request: FastifyRequest, address: string | null): boolean {
  const { origin = 'null', 'sec-fetch-site': site } = request.headers;
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return origin !== 'null' && origin !== `${request.protocol}://${request.host}` && origin !== address;
}

/**
 * The same for a page that a cookie opens, which says where its forms come from (`Referrer-Policy: same-origin`): whoever hides
 * that comes from elsewhere. A browser that knows neither header is believed; the form's nonce hangs on the session.
 */
export function isFromHere(request: FastifyRequest, address: string | null): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  return !isFromElsewhere(request, address) && (site !== undefined || origin !== 'null');
}
