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
  'journal/not-sent': 'errors.journalNotSent',
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
  'mail/sign-in-again': 'errors.mailSignInAgain',
  'mail/sign-in-unreachable': 'errors.mailSignInUnreachable',
  'mail/sign-in-refused': 'errors.mailSignInRefused',
  'mail/sign-in-denied': 'errors.mailSignInDenied',
  'mail/sign-in-other': 'errors.mailSignInOther',
  'mail/sign-in-cancelled': 'errors.mailSignInCancelled',
  'mail/sign-in-timed-out': 'errors.mailSignInTimedOut',
  'mail/no-browser': 'errors.mailNoBrowser',
  'sms/no-account': 'errors.smsNoAccount',
  'sms/invalid-account': 'errors.smsInvalidAccount',
  'sync/offline': 'errors.syncOffline',
  'sync/not-joined': 'errors.syncNotJoined',
  'sync/already-joined': 'errors.syncAlreadyJoined',
  'sync/invalid-server': 'errors.syncInvalidServer',
  'sync/unreachable': 'errors.syncUnreachable',
  'sync/not-secure': 'errors.syncNotSecure',
  'sync/no-tls': 'errors.syncNoTls',
  'sync/not-understood': 'errors.syncNotUnderstood',
  'sync/unknown-invitation': 'errors.syncUnknownInvitation',
  'sync/join-cancelled': 'errors.syncJoinCancelled',
  'sync/device-taken': 'errors.syncDeviceTaken',
  'sync/bad-signature': 'errors.syncBadSignature',
  'sync/clock': 'errors.syncClock',
  'sync/revoked': 'errors.syncRevoked',
  'sync/wiped': 'errors.syncWiped',
  'sync/not-allowed': 'errors.syncNotAllowed',
  'sync/schema-too-old': 'errors.syncSchemaTooOld',
  'sync/schema-too-new': 'errors.syncSchemaTooNew',
  'sync/too-many': 'errors.syncTooMany',
  'sync/server-fault': 'errors.syncServerFault',
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
