import type { WriteRefusal } from '../domain/refuse-write.js';
import type { HostErrorCode } from '../host/errors.js';
import type { MessageKey } from './translate.js';

/** Every expected failure a screen can meet. */
export type ErrorCode =
  | HostErrorCode
  | 'commit/stale'
  | 'commit/empty'
  | 'commit/unknown'
  | 'commit/settled'
  | 'session/already-open'
  | WriteRefusal
  | 'store/damaged'
  | 'export/not-one'
  | 'export/newer'
  | 'export/damaged';

/** What happened, what is safe, what to do: a code without words does not compile. */
export const ERROR_WORDS = {
  'host/invalid-input': 'errors.hostInvalidInput',
  'host/fault': 'errors.hostFault',
  'host/unreachable': 'errors.hostUnreachable',
  'host/not-allowed': 'errors.hostNotAllowed',
  'journal/behind': 'errors.journalBehind',
  'journal/different-change-set': 'errors.journalDifferentChangeSet',
  'journal/disk-full': 'errors.journalDiskFull',
  'journal/write-failed': 'errors.journalWriteFailed',
  'journal/closed': 'errors.journalClosed',
  'keyring/locked': 'errors.keyringLocked',
  'keyring/damaged': 'errors.keyringDamaged',
  'keyring/erased': 'errors.keyringErased',
  'file/too-large': 'errors.fileTooLarge',
  'file/empty': 'errors.fileEmpty',
  'file/unknown-type': 'errors.fileUnknownType',
  'file/not-what-its-name-says': 'errors.fileNotWhatItsNameSays',
  'file/not-found': 'errors.fileNotFound',
  'file/damaged': 'errors.fileDamaged',
  'file/disk-full': 'errors.fileDiskFull',
  'draft/write-failed': 'errors.draftWriteFailed',
  'draft/damaged': 'errors.draftDamaged',
  'contract/unreadable-character': 'errors.contractUnreadableCharacter',
  'contract/cannot-be-built': 'errors.contractCannotBeBuilt',
  'letter/unreadable-character': 'errors.letterUnreadableCharacter',
  'letter/cannot-be-built': 'errors.letterCannotBeBuilt',
  'copy/cannot-be-built': 'errors.copyCannotBeBuilt',
  'export/stopped': 'errors.exportStopped',
  'report/cannot-be-built': 'errors.reportCannotBeBuilt',
  'mail/no-account': 'errors.mailNoAccount',
  'mail/invalid-address': 'errors.mailInvalidAddress',
  'mail/invalid-template': 'errors.mailInvalidTemplate',
  'mail/no-connection': 'errors.mailNoConnection',
  'mail/not-secure': 'errors.mailNotSecure',
  'mail/login-refused': 'errors.mailLoginRefused',
  'mail/account-refused': 'errors.mailAccountRefused',
  'commit/stale': 'errors.commitStale',
  'commit/empty': 'errors.commitEmpty',
  'commit/unknown': 'errors.commitUnknown',
  'commit/settled': 'errors.commitSettled',
  'session/already-open': 'errors.sessionAlreadyOpen',
  'right/missing': 'errors.rightMissing',
  'right/not-working-here': 'errors.rightNotWorkingHere',
  'right/other-department': 'errors.rightOtherDepartment',
  'right/last-administrator': 'errors.rightLastAdministrator',
  'store/damaged': 'errors.storeDamaged',
  'export/not-one': 'errors.exportNotOne',
  'export/newer': 'errors.exportNewer',
  'export/damaged': 'errors.exportDamaged',
} as const satisfies Record<ErrorCode, MessageKey>;

/** Codes whose words say themselves what is saved and what is not: nothing about that is said beside them. */
export const SAYS_WHAT_IS_SAVED: ReadonlySet<ErrorCode> = new Set(['commit/unknown', 'commit/settled']);
