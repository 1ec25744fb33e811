import type { FastifyReply, FastifyRequest } from 'fastify';
import { HOUR, MINUTE } from '../../shared/lib/time.js';
import type { App } from '../http/service.js';

/** Bytes of a form. */
export const LONGEST_FORM = 16_384;

interface TokenParams {
  readonly token?: string;
}

/** Counts requests, by the network they come from (of IPv6 its /64) and by token; each node by itself. */
export function pageLimits(app: App) {
  const network = { ipv6Subnet: 64 } as const;
  const reads = app.createRateLimit({ max: 60, timeWindow: MINUTE, ...network });
  const answers = app.createRateLimit({ max: 10, timeWindow: MINUTE, ...network });
  const ofToken = app.createRateLimit({
    max: 30,
    timeWindow: HOUR,
    keyGenerator: tokenOf,
  });
  /** Null where the request may go on; otherwise in how many seconds it may. */
  return async (request: FastifyRequest): Promise<number | null> => {
    for (const limit of request.method === 'POST'
      ? [answers, ...(tokenOf(request) === '' ? [] : [ofToken])]
      : [reads]) {
      const counted = await limit(request);
      if (!counted.isAllowed && counted.isExceeded) return counted.ttlInSeconds;
    }
    return null;
  };
}

/** Hangs up on whoever sends a form for longer, byte by byte. @param inTime milliseconds from its headers on */
export function cutTrickling(app: App, inTime: number): void {
  app.addHook('onRequest', ({ method, raw }, _reply, done) => {
    if (method === 'POST') {
      const timer = setTimeout(() => raw.destroy(), inTime);
      for (const over of ['end', 'close']) raw.once(over, () => clearTimeout(timer));
    }
    done();
  });
}

function tokenOf({ params }: FastifyRequest): string {
  return (params as TokenParams).token ?? '';
}

/** RFC 9110 10.2.3. */
export function setRetryAfter(reply: FastifyReply, seconds: number): void {
  void reply.header('retry-after', Math.max(1, Math.ceil(seconds)).toString());
}
