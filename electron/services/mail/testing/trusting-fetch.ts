import { request } from 'node:https';
import type { OAuthFetch } from '../oauth/authorisation-server.js';

/** `fetch` for a server whose certificate an authority of ours has signed; it follows no redirect. */
export function trustingFetch(authority: string): OAuthFetch {
  return async (url, { method = 'GET', headers, body, signal }) =>
    await new Promise<Response>((resolve, reject) => {
      const options = { ca: authority, method, headers: Object.fromEntries(new Headers(headers)), agent: false };
      const asked = request(url, { ...options, ...(signal === undefined ? {} : { signal }) }, (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('end', () => {
          const received = new Headers();
          for (const [name, values = []] of Object.entries(incoming.headersDistinct))
            for (const value of values) received.append(name, value);
          const status = incoming.statusCode ?? 500;
          resolve(new Response(status === 204 ? null : Buffer.concat(parts), { status, headers: received }));
        });
      });
      asked.on('error', (cause) => {
        reject(new TypeError('fetch failed', { cause }));
      });
      asked.end(body?.toString());
    });
}
