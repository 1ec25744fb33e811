import { useTranslation } from 'react-i18next';
import type { OwnStepFields } from '../../../shared/domain/progress-actions/own-step.js';
import { useRights } from '../../data/use-rights.js';
import type { ActionFormProps } from './mail-action.js';
import { MailOrNone } from './mail-or-none.js';
import classes from './plain-form.module.css';

/** G-8: the step is noted either way; a mail goes only where one is wanted, by somebody who may write. */
export function OwnStepForm({ fields, onChange }: ActionFormProps<OwnStepFields>) {
  const { t } = useTranslation();
  const mayWrite = useRights().includes('send-email');
  return (
    <div className={classes['form']}>
      <p className={classes['guide']}>{t('progress.ownStepGuide')}</p>
      {mayWrite ? <MailOrNone sendsEmail={fields.sendsEmail} onChange={onChange} /> : null}
    </div>
  );
}
