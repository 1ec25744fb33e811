import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { composeMail } from '../../../shared/domain/mail-layout.js';
import { renderContents, renderSubject } from '../../../shared/domain/message-text.js';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { success, type Result } from '../../../shared/lib/result.js';
import type { Language } from '../../../shared/records/primitives.js';
import type { HostClient } from '../../data/host-client.js';
import { useSession } from '../../data/use-session.js';
import { useShowPreview } from '../../data/use-show-preview.js';
import type { Sample } from './sample-values.js';
import classes from './templates-page.module.css';

interface TemplatePreviewProps {
  readonly language: Language;
  readonly text: MailText;
  readonly sample: Sample;
  /** Stands beside the heading. */
  readonly command?: ReactNode;
}

const TYPING_PAUSE_MS = 250;

/** The mail as it would be sent to a person of our invention: put together and shown by what does it for real ones. */
export function TemplatePreview({ language, text, sample, command = null }: TemplatePreviewProps) {
  const { t } = useTranslation();
  const { host } = useSession();
  const show = useShowPreview();
  const { values } = sample;
  const [settled] = useDebouncedValue(text, TYPING_PAUSE_MS);
  const [page, setPage] = useState<Result<{ readonly url: string }, HostErrorCode> | null>(null);
  const subject = useMemo(() => renderSubject(settled.subject, values).text, [settled, values]);
  useEffect(() => {
    let wanted = true;
    void preview({ host, show }, language, settled, sample).then((answer) => {
      if (wanted) setPage(answer);
    });
    return () => {
      wanted = false;
    };
  }, [host, show, language, settled, sample]);
  return (
    <section className={classes['preview']} aria-labelledby="template-preview">
      <header>
        <h3 id="template-preview">{t('templates.preview')}</h3>
        {command}
      </header>
      <p>{t('templates.sample', { name: [values['given-name'], values['family-name']].join(' ') })}</p>
      <p className={classes['subject']} lang={language}>
        <span>{t('progress.subject')}</span> <b>{subject}</b>
      </p>
      {page === null ? (
        <div className={classes['mail']} aria-busy="true" />
      ) : page.ok ? (
        <iframe className={classes['mail']} sandbox="" src={page.value.url} title={t('templates.preview')} />
      ) : (
        <p role="alert">{t('templates.previewFailed', { reason: t(ERROR_WORDS[page.code]) })}</p>
      )}
    </section>
  );
}

async function preview(
  { host, show }: { readonly host: HostClient; readonly show: HostClient['putPreview'] },
  language: Language,
  text: MailText,
  { values, links }: Sample,
): Promise<Result<{ readonly url: string }, HostErrorCode>> {
  const layout = await host.call('mail.layout', { language });
  if (!layout.ok) return layout;
  const page = await show(composeMail(layout.value, renderContents(text.contents, values, links).blocks));
  return page.ok ? success({ url: page.value.url }) : page;
}
