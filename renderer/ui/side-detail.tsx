import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { icon } from './icon-props.js';
import classes from './side-detail.module.css';

interface SideDetailProps {
  readonly title: string;
  /** The whole title stands in it again: its beginning is enough. */
  readonly repeated?: boolean;
  readonly onClose: () => void;
  /** Where it stands and why; coloured where it is a warning. */
  readonly state: ReactNode;
  /** What can be done about it. */
  readonly commands: ReactNode;
  readonly children: ReactNode;
}

/** Beside a list, what the row at the keyboard holds. */
export function SideDetail({ title, repeated = false, onClose, state, commands, children }: SideDetailProps) {
  const { t } = useTranslation();
  return (
    <aside className={classes['detail']} aria-label={title}>
      <header className={classes['head']}>
        <h2 data-repeated={repeated || undefined}>{title}</h2>
        <ActionIcon aria-label={t('common.close')} onClick={onClose}>
          <IconX {...icon} />
        </ActionIcon>
      </header>
      <div className={classes['body']}>
        <div className={classes['state']}>{state}</div>
        <div className={classes['commands']}>{commands}</div>
        {children}
      </div>
    </aside>
  );
}
