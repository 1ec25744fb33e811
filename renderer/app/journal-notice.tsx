import { Button } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../data/use-session.js';
import { icon } from '../ui/icon-props.js';
import classes from './journal-notice.module.css';

/** Names what the start found damaged or missing: never silent about a loss, and in nobody's way once it was read. */
export function JournalNotice() {
  const { t } = useTranslation();
  const { journal, damage, settleDamage } = useSession();
  const [understood, setUnderstood] = useState(false);
  const lost = damage.lost.length;
  const restored = damage.restored.length;
  if (understood || (lost === 0 && restored === 0 && !journal.rolledBack)) return null;
  const harmless = lost === 0 && !journal.rolledBack;
  const Glyph = harmless ? IconShieldCheck : IconAlertTriangle;
  return (
    <section className={classes['notice']} role={harmless ? 'status' : 'alert'} data-harmless={harmless || undefined}>
      <Glyph {...icon} />
      <div>
        {lost === 0 ? null : <p>{t('shell.damaged', { count: lost })}</p>}
        {restored === 0 ? null : <p>{t('shell.restored', { count: restored })}</p>}
        {journal.rolledBack ? <p>{t('shell.rolledBack')}</p> : null}
      </div>
      <Button
        size="compact-xs"
        onClick={() => {
          setUnderstood(true);
          void settleDamage();
        }}
      >
        {t('shell.understood')}
      </Button>
    </section>
  );
}
