import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const Environment = z.object({
  /** PostgreSQL 15 or newer; without it the embedded engine runs in a folder of its own. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'begins with postgres://')
    .optional(),
  /** Folder of the embedded engine. */
  FAIRDESK_SERVER_DATA: z.string().min(1).optional(),
  FAIRDESK_SERVER_HOST: z.string().min(1).default('127.0.0.1'),
  FAIRDESK_SERVER_PORT: z.coerce.number().int().min(0).max(65_535).default(8520),
  /** Addresses of the proxies in front, with commas between them. */
  FAIRDESK_TRUSTED_PROXIES: z.string().min(1).optional(),
  FAIRDESK_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Configuration {
  readonly store: { readonly address: string } | { readonly folder: string };
  readonly host: string;
  readonly port: number;
  readonly trustedProxies?: string;
  readonly logLevel: string;
}

/** Reads what the environment says; throws with the name of the variable that it cannot use. */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const read = Environment.parse(environment);
  const folder = read.FAIRDESK_SERVER_DATA ?? path.join(homedir(), '.local', 'share', 'fairdesk-server');
  return {
    store: read.DATABASE_URL === undefined ? { folder: path.resolve(folder) } : { address: read.DATABASE_URL },
    host: read.FAIRDESK_SERVER_HOST,
    port: read.FAIRDESK_SERVER_PORT,
    ...(read.FAIRDESK_TRUSTED_PROXIES === undefined ? {} : { trustedProxies: read.FAIRDESK_TRUSTED_PROXIES }),
    logLevel: read.FAIRDESK_LOG_LEVEL,
  };
}
