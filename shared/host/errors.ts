/** Every expected failure that a host call can answer with. The screen has words for each of them. */
export const HOST_ERRORS = [
  'host/invalid-input',
  'host/fault',
  'host/unreachable',
  'host/not-allowed',
  'journal/behind',
  'journal/different-change-set',
  'journal/disk-full',
  'journal/write-failed',
  'journal/closed',
  'keyring/locked',
  'keyring/damaged',
  'keyring/erased',
  'file/too-large',
  'file/empty',
  'file/unknown-type',
  'file/not-what-its-name-says',
  'file/not-found',
  'file/damaged',
  'file/disk-full',
  'draft/write-failed',
  'draft/damaged',
  'mail/no-account',
  'mail/invalid-address',
  'mail/invalid-template',
  'mail/no-connection',
  'mail/not-secure',
  'mail/login-refused',
  'mail/account-refused',
] as const;

export type HostErrorCode = (typeof HOST_ERRORS)[number];
export const HostErrorCodes: ReadonlySet<string> = new Set(HOST_ERRORS);
