import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { failure, success, type Result } from '../shared/lib/result.js';
import { MAIL_AND_SMS, readSendingAccounts } from './sending/read-sending-accounts.js';
import type { SendingAccounts } from './sending/sending-account.js';

const PORT = 'it is a number from 0 to 65535';
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const ORIGIN =
  'it is an address such as https://pages.example.com, without a path; http:// is for this very machine alone';

const Environment = z.object({
  /** PostgreSQL 15 or newer; without it the embedded engine runs in a folder of its own. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'it begins with postgres://')
    .optional(),
  /** Folder of the embedded engine. */
  FAIRDESK_SERVER_DATA: z.string().min(1).optional(),
  FAIRDESK_SERVER_HOST: z.string().min(1).default('127.0.0.1'),
  FAIRDESK_SERVER_PORT: z.coerce.number(PORT).int(PORT).min(0, PORT).max(65_535, PORT).default(8520),
  /** Addresses of the proxies in front, with commas between them. */
  FAIRDESK_TRUSTED_PROXIES: z.string().min(1).optional(),
  /** Where the pages are that reviewers and candidates open, where it is not the address that laptops use. */
  FAIRDESK_PUBLIC_ADDRESS: z.string().refine(isOrigin, ORIGIN).optional(),
  FAIRDESK_LOG_LEVEL: z.enum(LEVELS, `it is one of ${LEVELS.join(', ')}`).default('info'),
  ...MAIL_AND_SMS,
});

export interface Configuration {
  readonly store: { readonly address: string } | { readonly folder: string };
  readonly host: string;
  readonly port: number;
  readonly trustedProxies?: string;
  readonly logLevel: string;
  /** An origin. */
  readonly publicAddress?: string;
  /** Through whom the server itself sends. */
  readonly sending: SendingAccounts;
}

/** Reads what the environment says; a failure names the variables that it cannot use, never what stands in them. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Configuration, 'environment/unusable'> {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path: [variable], message }) => `${String(variable)}: ${message}`);
    return failure('environment/unusable', issues.join('; '));
  }
  const read = parsed.data;
  const folder = read.FAIRDESK_SERVER_DATA ?? path.join(homedir(), '.local', 'share', 'fairdesk-server');
  return success({
    store: read.DATABASE_URL === undefined ? { folder: path.resolve(folder) } : { address: read.DATABASE_URL },
    host: read.FAIRDESK_SERVER_HOST,
    port: read.FAIRDESK_SERVER_PORT,
    ...(read.FAIRDESK_TRUSTED_PROXIES === undefined ? {} : { trustedProxies: read.FAIRDESK_TRUSTED_PROXIES }),
    logLevel: read.FAIRDESK_LOG_LEVEL,
    ...(read.FAIRDESK_PUBLIC_ADDRESS === undefined
      ? {}
      : { publicAddress: new URL(read.FAIRDESK_PUBLIC_ADDRESS).origin }),
    sending: readSendingAccounts(read),
  });
}

/** HTTPS; without it on this very machine alone. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin, href } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname));
  return isSafe && href === `${origin}/`;
}
