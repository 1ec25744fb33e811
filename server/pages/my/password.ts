import { randomBytes, randomInt, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** 32 MB and about a quarter of a second: OWASP's Password Storage Cheat Sheet, the row for p = 3. */
const PARAMETERS = { N: 2 ** 15, r: 8, p: 3 } as const;
const MAX_MEMORY = 2 * 128 * PARAMETERS.N * PARAMETERS.r;
const BYTES = 32;
/** Without vowels, so that no word comes out, and without what looks like something else. */
const LETTERS = 'bcdfghjkmnpqrstvwxyz23456789';

/** A password for a mail: 20 characters of 28, 96 bits, in groups that can be typed from paper. */
export function drawPassword(): string {
  const group = (): string => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** What is kept of a password: `scrypt$N$r$p$salt$hash`, the last two in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const { N, r, p } = PARAMETERS;
  const salt = randomBytes(16);
  const hash = await hashOf(password, salt, PARAMETERS);
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether this is the password; null stands for nobody, and takes as long. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (kept ?? NOBODYS).split('$');
  const parameters = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await hashOf(password, Buffer.from(salt, 'base64url'), parameters);
  return timingSafeEqual(given, Buffer.from(hash, 'base64url')) && kept !== null;
}

const NOBODYS = ['scrypt', PARAMETERS.N, PARAMETERS.r, PARAMETERS.p, 'A'.repeat(22), 'A'.repeat(43)].join('$');

/** NIST SP 800-63B-4, 3.1.1.2: the same characters typed on another keyboard are the same password. */
async function hashOf(password: string, salt: Buffer, { N, r, p }: ScryptOptions): Promise<Buffer> {
  const cost = {
    ...(N === undefined ? {} : { N }),
    ...(r === undefined ? {} : { r }),
    ...(p === undefined ? {} : { p }),
  };
  return await derive(password.normalize('NFKC'), salt, BYTES, { ...cost, maxmem: MAX_MEMORY });
}
