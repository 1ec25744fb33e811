import { IconCalendarEvent, IconFileTypePdf, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { CALENDAR_FILE_NAME, type Message } from '../../../shared/records/message.js';
import type { FileId } from '../../../shared/records/primitives.js';
import { useFormats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';
import classes from './mail-column.module.css';

interface MailFieldsProps {
  readonly message: Message;
  /** Why no file goes along; null where that needs no word. */
  readonly noFiles: MessageKey | null;
  /** Absent where files are named and not shown. */
  readonly onFile?: (file: FileId) => void;
}

/** From whom, to whom, about what, and with which files: by the name that the recipient sees. */
export function MailFields({ message, noFiles, onFile }: MailFieldsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <dl className={classes['fields']}>
      {message.channel === 'sms' ? null : (
        <div>
          <dt>{t('progress.from')}</dt>
          <dd>{message.from.address}</dd>
        </div>
      )}
      <div>
        <dt>{t('progress.recipient')}</dt>
        <dd>{message.to.address}</dd>
      </div>
      {message.channel === 'sms' ? null : (
        <div>
          <dt>{t('progress.subject')}</dt>
          <dd lang={message.language}>
            <b>{message.subject}</b>
          </dd>
        </div>
      )}
      {message.purpose === 'reminder' ? (
        <div>
          <dt>{t('progress.leaves')}</dt>
          <dd>{formats.dateTime(message.holdUntil)}</dd>
        </div>
      ) : null}
      {message.attachments.map(({ fileId, name, mediaType }) => (
        <div key={fileId}>
          <dt>{t('progress.attachment')}</dt>
          <dd>
            {onFile !== undefined && mediaType === 'application/pdf' ? (
              <button
                type="button"
                className={classes['file']}
                onClick={() => {
                  onFile(fileId);
                }}
              >
                <IconFileTypePdf {...tagIcon} />
                {name}
              </button>
            ) : (
              <span className={classes['calendar']}>
                <IconPaperclip {...tagIcon} />
                {name}
              </span>
            )}
          </dd>
        </div>
      ))}
      {noFiles === null || message.attachments.length > 0 ? null : (
        <div>
          <dt>{t('progress.attachment')}</dt>
          <dd>{t(noFiles)}</dd>
        </div>
      )}
      {message.calendar === null ? null : (
        <div>
          <dt>{t('progress.attachment')}</dt>
          <dd className={classes['calendar']}>
            <IconCalendarEvent {...tagIcon} />
            {CALENDAR_FILE_NAME}
          </dd>
        </div>
      )}
    </dl>
  );
}
