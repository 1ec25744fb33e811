import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const Contents = z.object({
  epoch: z.uuid(),
  /** What the laptop may see (`scopeKey`). */
  scope: z.string(),
  /** Everything up to this place of the log is there. */
  place: z.int().nonnegative(),
  /** During a first load: the last record that is there. */
  after: z.tuple([z.string(), z.string(), z.string()]).optional(),
});
export type CursorContents = z.infer<typeof Contents>;

/** Makes a cursor: what it says, and that this organisation's server says it. */
export function writeCursor(contents: CursorContents, secret: Uint8Array): string {
  const body = Buffer.from(JSON.stringify(contents)).toString('base64url');
  return `${body}.${sign(body, secret).toString('base64url')}`;
}

/** Reads a cursor; null when it is not one of this organisation. */
export function readCursor(cursor: string, secret: Uint8Array): CursorContents | null {
  const [body = '', signature = ''] = cursor.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(body, secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Contents.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
}

function sign(body: string, secret: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(body).digest().subarray(0, 16);
}
