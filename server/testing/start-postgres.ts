import type { TestProject } from 'vitest/node';
import { PostgresCluster } from './postgres-cluster.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a real PostgreSQL whose databases the tests may make and drop; null where there is none. */
    postgresAddress: string | null;
  }
}

/** Before the server's tests: a throw-away PostgreSQL, wherever its programs or an address for tests are found. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { FAIRDESK_TEST_DATABASE_URL: given, FAIRDESK_TEST_NEEDS_POSTGRES: needed } = process.env;
  const started =
    given === undefined ? await PostgresCluster.start().catch((error: unknown) => withoutIt(error, needed)) : null;
  const address = given ?? started?.address ?? null;
  if (address === null && needed !== undefined)
    throw new Error('no PostgreSQL was found, and these tests must run on it');
  project.provide('postgresAddress', address);
  return async () => started?.stop();
}

/** Only where it may be missing; said aloud, and by a test. */
function withoutIt(error: unknown, needed: string | undefined): null {
  if (needed !== undefined) throw error;
  process.stderr.write(`PostgreSQL is there and did not start: the server's tests run without it. ${String(error)}\n`);
  return null;
}
