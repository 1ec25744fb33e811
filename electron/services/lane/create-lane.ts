import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { MAX_FILE_BYTES, type FileStore } from '../files/file-store.js';
import { MAX_PART_BYTES, OutgoingFiles } from './outgoing-files.js';
import { PreviewPages } from './preview-pages.js';
import { readBody } from './read-body.js';

const MAX_PREVIEW_BYTES = 2 * 1024 * 1024;
/** A mail may style itself and show the pictures it carries; it runs nothing and fetches nothing (security.md 2). */
const PREVIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
/** A file that is opened as a page of its own may do nothing at all. */
const FILE_POLICY = "default-src 'none'; frame-ancestors 'self'; sandbox";
const ROUTE = /^\/(files|preview|exports)(?:\/([0-9a-f]{32}))?$/;

const STATUS: Partial<Record<HostErrorCode, number>> = {
  'file/too-large': 413,
  'file/not-found': 404,
  'file/disk-full': 507,
  'file/damaged': 500,
  'keyring/erased': 410,
  'keyring/locked': 423,
  'keyring/damaged': 423,
  'sync/wiped': 410,
  'host/fault': 500,
};

/** Gives the files, or why they cannot be had: the keys may be locked. */
export type OpenFiles = () => Promise<Result<FileStore, HostErrorCode>>;

/** What stands in memory only. */
interface LanePages {
  readonly previews: PreviewPages;
  readonly outgoing: OutgoingFiles;
}

/**
 * Bodies that are no JSON: `POST /files?dossier=…` with the name percent-encoded in the header `x-file-name`,
 * `GET /files/<id>`, `POST /preview`, `GET /preview/<id>`, `POST /exports/<id>`, `GET /exports/<id>`. A POST and every failure
 * answer a `Result` as JSON. Null when the path is none of these.
 */
export function createLane(
  openFiles: OpenFiles,
  report: (error: unknown) => void,
  { previews, outgoing }: LanePages = { previews: new PreviewPages(), outgoing: new OutgoingFiles() },
): (request: Request) => Promise<Response | null> {
  return async (request) => {
    const url = new URL(request.url);
    const [, area, id] = ROUTE.exec(url.pathname) ?? [];
    if (area === undefined) return null;
    if (area === 'exports') return await passOn(outgoing, request, id ?? '', report);
    const wanted = id === undefined ? 'POST' : 'GET';
    if (request.method !== wanted) return answer(failure('host/not-allowed'), 405);
    try {
      if (area === 'files')
        return id === undefined ? await putFile(openFiles, request, url) : await getFile(openFiles, id);
      return id === undefined ? await putPreview(previews, request) : getPreview(previews, id);
    } catch (error) {
      report(error);
      return answer(failure('host/fault'));
    }
  };
}

async function putFile(openFiles: OpenFiles, request: Request, url: URL): Promise<Response> {
  const files = await openFiles();
  if (!files.ok) return answer(files);
  const bytes = await readBody(request, MAX_FILE_BYTES);
  if (bytes === null) return answer(failure('file/too-large'));
  const dossier = url.searchParams.get('dossier');
  if (dossier !== null && !/^[0-9a-f]{32}$/.test(dossier)) return answer(failure('host/invalid-input', 'dossier'));
  const name = decodeName(request.headers.get('x-file-name') ?? '');
  if (name === null) return answer(failure('host/invalid-input', 'x-file-name'));
  return answer(await files.value.put(bytes, name, dossier));
}

/** Null when it is not percent-encoded UTF-8. */
function decodeName(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

async function getFile(openFiles: OpenFiles, id: string): Promise<Response> {
  const files = await openFiles();
  if (!files.ok) return answer(files);
  const file = await files.value.get(id);
  if (!file.ok) return answer(file);
  const { bytes, mediaType, name } = file.value;
  return new Response(Buffer.from(bytes), {
    headers: {
      ...common(FILE_POLICY),
      'Content-Type': mediaType,
      'Content-Length': String(bytes.length),
      // RFC 6266: the plain form for old readers, the encoded one for the name as it is.
      'Content-Disposition': `inline; filename="${asciiName(name)}"; filename*=UTF-8''${encodeRfc5987(name)}`,
    },
  });
}

/** A part of a file that the page writes, or the file as the browser saves it. */
async function passOn(
  outgoing: OutgoingFiles,
  request: Request,
  id: string,
  report: (error: unknown) => void,
): Promise<Response> {
  try {
    if (request.method === 'POST') {
      const part = await readBody(request, MAX_PART_BYTES);
      return answer(part === null ? failure('file/too-large') : await outgoing.put(id, part));
    }
    const file = request.method === 'GET' ? outgoing.take(id) : null;
    if (file === null) return answer(failure('file/not-found'));
    const headers = { 'Content-Type': 'application/zip', 'Content-Disposition': 'attachment' };
    return new Response(file, { headers: { ...common(FILE_POLICY), ...headers } });
  } catch (error) {
    report(error);
    return answer(failure('host/fault'));
  }
}

async function putPreview(previews: PreviewPages, request: Request): Promise<Response> {
  const bytes = await readBody(request, MAX_PREVIEW_BYTES);
  if (bytes === null) return answer(failure('file/too-large'));
  const id = previews.put(Buffer.from(bytes).toString('utf8'));
  return answer(success({ id, url: `/preview/${id}` }));
}

function getPreview(previews: PreviewPages, id: string): Response {
  const page = previews.get(id);
  if (page === undefined) return answer(failure('file/not-found'));
  if (typeof page === 'object' && 'calendar' in page) {
    return new Response(page.calendar, {
      headers: {
        ...common(FILE_POLICY),
        'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
        'Content-Disposition': 'attachment', // the page that saves it names it, in the language of the screen
      },
    });
  }
  if (typeof page !== 'string') {
    return new Response(Buffer.from(page), {
      headers: { ...common(FILE_POLICY), 'Content-Type': 'application/pdf', 'Content-Length': String(page.length) },
    });
  }
  return new Response(page, {
    headers: { ...common(PREVIEW_POLICY), 'Content-Type': 'text/html; charset=utf-8' },
  });
}

function answer(result: Result<unknown, HostErrorCode>, status?: number): Response {
  return Response.json(result, {
    status: status ?? (result.ok ? 200 : (STATUS[result.code] ?? 422)),
    headers: common("default-src 'none'"),
  });
}

function common(policy: string): Record<string, string> {
  return {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}

function asciiName(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\]/g, '_');
}

function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
