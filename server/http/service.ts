import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MessageChannel } from '../../shared/records/message.js';
import type { Database } from '../database/database.js';
import type { Laptop } from '../store/laptop-rows.js';
import type { NewsDesk } from './news-desk.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a signed request: who sends it, and the name that it is signed with. */
    sender: Sender | null;
    /** The body as it travelled. */
    rawBody: Buffer | null;
  }
  interface FastifyContextConfig {
    /** Answered without a signature of a laptop that joined. */
    open?: true;
    /** Its body is bytes, not JSON. */
    bytes?: true;
    /** A file that is the same for everybody: no link leads to it, and nobody counts it. */
    fixed?: true;
  }
}

export interface Sender {
  readonly laptop: Laptop;
  readonly device: string;
}

/** What routes are given. */
export interface Service {
  readonly database: Database;
  readonly news: NewsDesk;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Origin of the pages that people open; null where it is the address that laptops use. */
  readonly pages: string | null;
  /** What may be handed over to the server. */
  readonly sends: readonly MessageChannel[];
}

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
