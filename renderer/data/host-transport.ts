import { z } from 'zod';
import { HOST_ERRORS, type HostErrorCode } from '../../shared/host/errors.js';
import { contract, type Channel, type InputOf, type OutputOf } from '../../shared/host/contract.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import type { HostClient, StoredFile } from './host-client.js';

/** Brings one call to the host and its raw answer back; throws when the host cannot be reached. */
export type Invoke = (channel: Channel, input: unknown) => Promise<unknown>;

const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.enum(HOST_ERRORS), detail: z.string().optional() }),
]);
const Stored: z.ZodType<StoredFile> = z.object({
  fileId: z.string(),
  mediaType: z.string(),
  name: z.string(),
  size: z.number(),
});

/** The contract's client over any transport; the file lane is same-origin HTTP in both hosts. */
export function createHostClient(invoke: Invoke): HostClient {
  return {
    async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
      const answer = await settle(() => invoke(channel, input));
      if (!answer.ok) return answer;
      const output = contract[channel].output.safeParse(answer.value);
      return output.success ? success(output.data as OutputOf<C>) : failure('host/fault', 'answer of another shape');
    },
    async putFile(file, name, dossier, signal) {
      const query = new URLSearchParams({ dossier });
      // Not in the URL: a file name often names a person, and URLs are kept in places nobody looks after.
      const headers = { 'x-file-name': encodeURIComponent(name) };
      const init: RequestInit = { method: 'POST', headers, body: file, ...(signal === undefined ? {} : { signal }) };
      const answer = await settle(async () => (await fetch(`/files?${query.toString()}`, init)).json());
      if (!answer.ok) return answer;
      return success(Stored.parse(answer.value));
    },
    fileUrl: (fileId) => `/files/${fileId}`,
    async putPreview(html) {
      const answer = await settle(async () => (await fetch('/preview', { method: 'POST', body: html })).json());
      if (!answer.ok) return answer;
      return success(z.object({ url: z.string() }).parse(answer.value));
    },
    async putPart(exportId, part) {
      const init: RequestInit = { method: 'POST', body: part };
      const answer = await settle(async () => (await fetch(`/exports/${exportId}`, init)).json());
      return answer.ok ? success(null) : answer;
    },
  };
}

async function settle(ask: () => Promise<unknown>): Promise<Result<unknown, HostErrorCode>> {
  let raw: unknown;
  try {
    raw = await ask();
  } catch {
    return failure('host/unreachable');
  }
  const answer = Answer.safeParse(raw);
  if (!answer.success) return failure('host/fault', 'no answer of the contract');
  if (answer.data.ok) return success(answer.data.value);
  return failure(answer.data.code, answer.data.detail);
}
