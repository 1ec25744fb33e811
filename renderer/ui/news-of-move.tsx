import { useTranslation } from 'react-i18next';
import type { PlannedMessage } from '../../shared/domain/progress-action.js';
import type { PersonId } from '../../shared/records/primitives.js';
import type { ShowMail } from './mail-page.js';
import { MailsToSend } from './mails-to-send.js';
import classes from './news-of-move.module.css';

interface NewsOfMoveProps {
  readonly messages: readonly PlannedMessage[];
  /** Whose mail had not left and is another one now. */
  readonly exchanged: readonly PersonId[];
  /** Who must hear of it by phone. */
  readonly untold: readonly PersonId[];
  readonly show: ShowMail;
}

/** Before an interview is moved: who hears of it how, and every mail that goes. */
export function NewsOfMove({ messages, exchanged, untold, show }: NewsOfMoveProps) {
  const { t } = useTranslation();
  return (
    <>
      {exchanged.length === 0 ? null : (
        <p className={classes['note']}>{t('calendar.mailExchanged', { count: exchanged.length })}</p>
      )}
      {untold.length === 0 ? null : <p className={classes['note']}>{t('calendar.untold', { count: untold.length })}</p>}
      <MailsToSend messages={messages} show={show} />
    </>
  );
}
