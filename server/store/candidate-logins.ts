import type { Queries } from '../database/database.js';

/** Who may log in to a page of their own. */
export interface CandidateLogin {
  readonly organisation: string;
  /** In small letters. */
  readonly userName: string;
  /** Whose details it shows. */
  readonly dossier: string;
  /** What is kept of the password. */
  readonly password: string;
  /** UTC milliseconds: when the password was made for a mail; null for one that the person chose. */
  readonly mailedAt: number | null;
}

/** Somebody whose password was compared with what is kept of it. */
export type CheckedPassword = Pick<CandidateLogin, 'organisation' | 'userName' | 'password'>;

interface LoginRow extends Record<string, unknown> {
  readonly organisation: string;
  readonly user_name: string;
  readonly dossier: string;
  readonly password: string;
  readonly mailed_at: number | null;
}

const COLUMNS = 'login.organisation, login.user_name, login.dossier, login.password, login.mailed_at';

/** One spelling for a user name, which is an email address (C17). */
export function userNameOf(address: string): string {
  return address.trim().normalize('NFKC').toLowerCase();
}

/** Keeps what a mail will say. Whatever the user or the dossier had before is void, and every session ends. */
export async function keepLogin({ query }: Queries, login: CandidateLogin): Promise<void> {
  const { organisation, userName, dossier, password, mailedAt } = login;
  await query('DELETE FROM candidate_login WHERE organisation = $1 AND (user_name = $2 OR dossier = $3)', [
    organisation,
    userName,
    dossier,
  ]);
  await query(
    'INSERT INTO candidate_login (organisation, user_name, dossier, password, mailed_at) VALUES ($1, $2, $3, $4, $5)',
    [organisation, userName, dossier, password, mailedAt],
  );
}

export async function findLogin(
  { query }: Queries,
  organisation: string,
  userName: string,
): Promise<CandidateLogin | null> {
  const [row] = await query<LoginRow>(
    `SELECT ${COLUMNS} FROM candidate_login AS login WHERE organisation = $1 AND user_name = $2`,
    [organisation, userName],
  );
  return row === undefined ? null : loginOf(row);
}

/** Whose session this is, by the SHA-256 of its token; null for one that is over. */
export async function findSession(
  { query }: Queries,
  tokenHash: Uint8Array,
  now: number,
): Promise<CandidateLogin | null> {
  const [row] = await query<LoginRow>(
    `SELECT ${COLUMNS} FROM candidate_session AS session
     JOIN candidate_login AS login USING (organisation, user_name) WHERE token_sha256 = $1 AND expires_at > $2`,
    [tokenHash, now],
  );
  return row === undefined ? null : loginOf(row);
}

/** Begins a session, and forgets those that are over. False: the password that was checked stands no more. */
export async function beginSession(
  { query }: Queries,
  { organisation, userName, password }: CheckedPassword,
  { tokenHash, now, expiresAt }: { readonly tokenHash: Uint8Array; readonly now: number; readonly expiresAt: number },
): Promise<boolean> {
  await query('DELETE FROM candidate_session WHERE expires_at <= $1', [now]);
  // The lock waits for whoever is about to change the password, and makes them wait until their deleting sees the session.
  const begun = await query(
    `INSERT INTO candidate_session (token_sha256, organisation, user_name, expires_at)
     SELECT $1, organisation, user_name, $4 FROM candidate_login
     WHERE organisation = $2 AND user_name = $3 AND password = $5 FOR SHARE RETURNING 1 AS one`,
    [tokenHash, organisation, userName, expiresAt, password],
  );
  return begun.length > 0;
}

export async function endSession({ query }: Queries, tokenHash: Uint8Array): Promise<void> {
  await query('DELETE FROM candidate_session WHERE token_sha256 = $1', [tokenHash]);
}

/** The person's own password takes the place of the one before it, unless another took it meanwhile; every session ends. */
export async function choosePassword(
  { query }: Queries,
  { organisation, userName, password: before }: CandidateLogin,
  password: string,
): Promise<boolean> {
  const changed = await query(
    `UPDATE candidate_login SET password = $4, mailed_at = NULL
     WHERE organisation = $1 AND user_name = $2 AND password = $3 RETURNING 1 AS one`,
    [organisation, userName, before, password],
  );
  if (changed.length === 0) return false;
  await query('DELETE FROM candidate_session WHERE organisation = $1 AND user_name = $2', [organisation, userName]);
  return true;
}

function loginOf({
  organisation,
  user_name: userName,
  dossier,
  password,
  mailed_at: mailedAt,
}: LoginRow): CandidateLogin {
  return { organisation, userName, dossier, password, mailedAt };
}
