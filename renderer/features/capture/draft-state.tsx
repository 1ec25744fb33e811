import { IconAlertTriangle, IconDeviceLaptop } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useSession } from '../../data/use-session.js';
import { icon } from '../../ui/icon-props.js';
import classes from './capture.module.css';

/** Whether what is being typed would survive a power cut at this moment. */
export function DraftState() {
  const { t } = useTranslation();
  const { drafts } = useSession();
  const state = useSyncExternalStore(drafts.state.subscribe, drafts.state.current);
  if (state !== 'saved' && state !== 'saving') {
    return (
      <p className={classes['draft']} data-problem role="alert">
        <IconAlertTriangle {...icon} />
        {t(ERROR_WORDS[state])}
      </p>
    );
  }
  return (
    <p className={classes['draft']}>
      <IconDeviceLaptop {...icon} />
      {state === 'saved' ? t('capture.draftSaved') : t('capture.draftSaving')}
    </p>
  );
}
