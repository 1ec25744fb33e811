import type { Handlers, ReportFault } from '../../shared/host/dispatch.js';
import { dispatch } from '../../shared/host/dispatch.js';

const PREFIX = '/call/';

/**
 * The contract over HTTP: `POST /call/<channel>` with the input as JSON, answered 200 with the `Result`. Null when the path
 * is no call.
 */
export async function answerCall(request: Request, handlers: Handlers, report: ReportFault): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(PREFIX)) return null;
  if (request.method !== 'POST') return new Response(null, { status: 405 });
  if (request.headers.get('content-type') !== 'application/json') return new Response(null, { status: 415 });
  let input: unknown;
  try {
    input = await request.json();
  } catch {
    return new Response(null, { status: 400 });
  }
  const channel = decodeURIComponent(pathname.slice(PREFIX.length));
  const result = await dispatch(handlers, channel, input, report);
  const headers = new Headers({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  if (channel === 'store.clear' && result.ok) headers.set('Clear-Site-Data', '"storage"'); // not the cookie that lets it in
  return Response.json(result, { headers });
}
