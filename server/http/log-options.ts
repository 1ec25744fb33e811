import type { FastifyRequest } from 'fastify';
import type { DestinationStream, LogFn, Logger } from 'pino';
import { withoutTokens } from '../pages/page-paths.js';

/** One JSON line for each request and its answer: never a body, a query, an address or a value of the store. */
export function logOptions(log: { readonly level: string; readonly to?: DestinationStream } | undefined) {
  if (log === undefined) return { logger: false } as const;
  return {
    logger: {
      level: log.level,
      ...(log.to === undefined ? {} : { stream: log.to }),
      serializers: {
        req: ({ method, url }: FastifyRequest) => ({ method, path: withoutTokens(url) }),
        err: describe,
      },
      hooks: { logMethod: withoutMessage },
    },
  };
}

/** An error that is logged alone would have its message taken as the line's. */
function withoutMessage(this: unknown, words: Parameters<LogFn>, log: LogFn): void {
  const [first] = words as readonly unknown[];
  if (first instanceof Error) log.call(this as Logger, { err: first }, 'something failed');
  else log.apply(this as Logger, words);
}

/** What the store says of an error quotes values: its code and where it happened are enough. */
function describe(error: Error & { code?: string }) {
  const frames = (error.stack ?? '').split('\n').filter((frame) => frame.startsWith('    at '));
  return { type: error.name, message: '', code: error.code ?? '', stack: frames.join('\n') };
}
