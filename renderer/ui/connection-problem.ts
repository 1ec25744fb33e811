import type { HostErrorCode } from '../../shared/host/errors.js';
import type { MessageKey } from '../../shared/i18n/translate.js';

/** Why messages do not leave: the mail account that is missing or does not work, or the one for SMS. */
export type MessageProblem = 'no-mail-account' | 'mail' | 'sms';

/** What somebody has to put right: about messages, or why the exchange with the server failed. */
export type ConnectionProblem = MessageProblem | HostErrorCode;

const SHORT: Partial<Record<ConnectionProblem, MessageKey>> = {
  'no-mail-account': 'shell.problems.noMailAccount',
  mail: 'shell.problems.mail',
  sms: 'shell.problems.sms',
  'sync/revoked': 'shell.problems.revoked',
  'sync/bad-signature': 'shell.problems.badSignature',
  'sync/not-joined': 'shell.problems.notJoined',
  'sync/clock': 'shell.problems.clock',
  'sync/not-secure': 'shell.problems.notSecure',
  'sync/no-tls': 'shell.problems.notSecure',
  'sync/not-understood': 'shell.problems.notUnderstood',
  'sync/not-allowed': 'shell.problems.notAllowed',
  'sync/schema-too-old': 'shell.problems.schemaTooOld',
  'sync/schema-too-new': 'shell.problems.schemaTooNew',
  'sync/too-many': 'shell.problems.tooMany',
  'sync/server-fault': 'shell.problems.serverFault',
  'journal/disk-full': 'shell.problems.diskFull',
};

/** In as few words as the title bar has room for; the whole sentence stands elsewhere. */
export function shortProblem(about: ConnectionProblem): MessageKey {
  return SHORT[about] ?? 'shell.problems.sync';
}
