import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconRefresh, type Icon } from '@tabler/icons-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './connection-pill.module.css';
import { answerIcon } from './icon-props.js';

/** What somebody has to put right: the mail account that is missing or does not work, or the one for SMS. */
export type ConnectionProblem = 'no-mail-account' | 'mail' | 'sms';

/** How the laptop stands with the outside world, derived from real attempts and never from `navigator.onLine`. */
export type Connection =
  | { readonly kind: 'online' }
  | { readonly kind: 'offline'; readonly waiting: number; readonly chosen: boolean }
  | { readonly kind: 'sending'; readonly done: number; readonly total: number }
  | { readonly kind: 'problem'; readonly waiting: number; readonly about: ConnectionProblem };

const ICONS = {
  online: IconCloudCheck,
  offline: IconCloudOff,
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
      return t('shell.offline', { count: connection.waiting });
    case 'sending':
      return t('shell.sending', { done: connection.done, total: connection.total });
    case 'problem':
      return t('shell.problem');
  }
}
