/**
 * Takes out of the environment what would make Node accept any certificate: a variable that somebody set for another
 * program must not give the mail password to whoever sits between (security.md 5). Node reads it at each connection, so this
 * comes before the first.
 */
export function keepCertificateChecks(environment: NodeJS.ProcessEnv): void {
  delete environment['NODE_TLS_REJECT_UNAUTHORIZED'];
}
