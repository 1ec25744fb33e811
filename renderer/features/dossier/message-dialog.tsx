import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { phoneForReading } from '../../data/phone-number.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useShowPreview } from '../../data/use-show-preview.js';
import { DataList } from '../../ui/data-list.js';
import { Dialog } from '../../ui/dialog.js';
import { MessageStateLabel } from '../../ui/message-state-label.js';
import { messageTitle } from '../../ui/message-title.js';
import { RowSkeleton } from '../../ui/row-skeleton.js';
import classes from './message-dialog.module.css';
import { SmsText } from '../../ui/sms-text.js';
import type { StoredMessage } from './shown.js';
import { useMessageState } from './use-message-state.js';

interface MessageDialogProps {
  readonly message: StoredMessage;
  readonly onClose: () => void;
}

/** One message exactly as it goes or went: an SMS as it is read, a mail's frozen HTML on a page of its own, which may do nothing. */
export function MessageDialog({ message, onClose }: MessageDialogProps) {
  const { t } = useTranslation();
  const { state, words } = useMessageState(message);
  const { channel, to, from, language, subject, text, attachments } = message.fields;
  const isSms = channel === 'sms';
  return (
    <Dialog opened onClose={onClose} title={messageTitle(t, message.fields)} size={isSms ? 560 : 760}>
      <DataList
        rows={[
          {
            term: t('dossier.recipient'),
            value: addressLine(isSms ? { ...to, address: phoneForReading(to.address) } : to),
          },
          ...(isSms
            ? []
            : [
                { term: t('dossier.from'), value: addressLine(from) },
                { term: t('dossier.subject'), value: subject },
              ]),
          ...attachments.map(({ name }) => ({ term: t('dossier.attachment'), value: name })),
          {
            term: t('dossier.messageState'),
            value: (
              <>
                <MessageStateLabel state={state} />
                {words === '' ? null : <p>{words}</p>}
              </>
            ),
          },
        ]}
      />
      {isSms ? <SmsText language={language} text={text} /> : <Preview message={message} />}
    </Dialog>
  );
}

function Preview({ message }: { readonly message: StoredMessage }) {
  const { t } = useTranslation();
  const show = useShowPreview();
  const { html } = message.fields;
  const page = useLoaded(useCallback(() => show(html), [show, html]));
  if (page.status === 'loading') return <RowSkeleton rows={8} />;
  if (!page.value.ok) return <p role="alert">{t(ERROR_WORDS[page.value.code])}</p>;
  return <iframe className={classes['preview']} sandbox="" src={page.value.value.url} title={t('dossier.contents')} />;
}

function addressLine({ name, address }: { readonly name: string; readonly address: string }): string {
  return name === '' ? address : `${name} <${address}>`;
}
