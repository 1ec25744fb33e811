import type { z } from 'zod';
import { FeedLine } from '../../../shared/sync/protocol.js';
import { success } from '../../../shared/lib/result.js';
import type { Answer } from './sync-trouble.js';

export type FeedEnd = Extract<FeedLine, { end: unknown }>['end'];
export type FeedEntry = Exclude<z.infer<typeof FeedLine>, { end: unknown }>;

export interface FeedPage {
  readonly entries: readonly FeedEntry[];
  readonly end: FeedEnd;
}

/** A page of a feed. One without its last line was cut off on the way and counts for nothing: it is asked for again. */
export function readFeed(body: Uint8Array): Answer<FeedPage> {
  const entries: FeedEntry[] = [];
  for (const text of Buffer.from(body).toString().split('\n')) {
    if (text === '') continue;
    const line = readLine(text);
    if (line === null) break;
    if ('end' in line) return success({ entries, end: line.end });
    entries.push(line);
  }
  return { ok: false, code: 'sync/unreachable', problem: null, detail: 'the page is not whole' };
}

function readLine(text: string): FeedLine | null {
  try {
    return FeedLine.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
