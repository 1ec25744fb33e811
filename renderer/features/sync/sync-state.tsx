import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSync } from '../../data/use-sync.js';
import { icon } from '../../ui/icon-props.js';
import { SyncFacts } from './sync-facts.js';
import { SyncNow } from './sync-now.js';
import classes from './sync-page.module.css';

/** How this laptop stands with its server, and to try now. */
export function SyncState() {
  const { t } = useTranslation();
  const { standing } = useSync();
  if (standing === null) {
    return (
      <p className={classes['state']}>
        <IconCloudOff {...icon} />
        {t('sync.noServer')}
      </p>
    );
  }
  return (
    <div className={classes['state']}>
      <SyncFacts standing={standing} />
      <SyncNow />
    </div>
  );
}
