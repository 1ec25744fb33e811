import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconRefresh, type Icon } from '@tabler/icons-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './connection-pill.module.css';
import { shortProblem, type ConnectionProblem } from './connection-problem.js';
import { answerIcon } from './icon-props.js';

/** How the laptop stands with the outside world, derived from real attempts and never from `navigator.onLine`. */
export type Connection =
  | { readonly kind: 'online' }
  /** What waits: messages, or with a server everything that it has not got yet. */
  | {
      readonly kind: 'offline';
      readonly waiting: number;
      readonly of: 'messages' | 'changes';
      readonly chosen: boolean;
    }
  /** Messages leave, but the server that laptops exchange with cannot be reached. */
  | { readonly kind: 'server-offline'; readonly waiting: number }
  /** `total` is null where it is not known how much there is. */
  | { readonly kind: 'syncing'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'sending'; readonly done: number; readonly total: number }
  | { readonly kind: 'problem'; readonly waiting: number; readonly about: ConnectionProblem };

const ICONS = {
  online: IconCloudCheck,
  offline: IconCloudOff,
  'server-offline': IconCloudOff,
  syncing: IconRefresh,
  sending: IconRefresh,
  problem: IconAlertTriangle,
} as const satisfies Record<Connection['kind'], Icon>;

interface ConnectionPillProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly connection: Connection;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** The quiet pill of the title bar. It never blocks anything; a click shows the details. */
export function ConnectionPill({ connection, ...rest }: ConnectionPillProps) {
  const Glyph = ICONS[connection.kind];
  return (
    <button {...rest} type="button" className={classes['pill']} data-kind={connection.kind}>
      <Glyph {...answerIcon} />
      <ConnectionWords connection={connection} />
    </button>
  );
}

function ConnectionWords({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  switch (connection.kind) {
    case 'online':
      return t('shell.online');
    case 'offline':
      return t(connection.of === 'changes' ? 'shell.offlineChanges' : 'shell.offline', { count: connection.waiting });
    case 'server-offline':
      return t('shell.serverOffline', { count: connection.waiting });
    case 'syncing':
      return connection.total === null
        ? t('shell.syncingOpen')
        : t('shell.syncing', { done: connection.done, total: connection.total });
    case 'sending':
      return t('shell.sending', { done: connection.done, total: connection.total });
    case 'problem':
      return t(shortProblem(connection.about));
  }
}
