import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { ERROR_WORDS } from '../../shared/i18n/error-words.js';
import type { Result } from '../../shared/lib/result.js';
import classes from './mail-page.module.css';

/** Hands HTML to the host and answers the address of a page that shows it. Memoise it: another function shows the mail anew. */
export type ShowMail = (html: string) => Promise<Result<{ readonly url: string }, HostErrorCode>>;

interface MailPageProps {
  /** The very string that is committed and sent. */
  readonly html: string;
  readonly title: string;
  readonly show: ShowMail;
}

type Page = { readonly html: string; readonly url: string } | { readonly html: string; readonly code: HostErrorCode };

/**
 * A mail on a page of its own that the host serves: sandboxed, under a policy that runs nothing and fetches nothing
 * (security.md 10). What is seen here is the mail itself; nothing draws it a second time.
 */
export function MailPage({ html, title, show }: MailPageProps) {
  const { t } = useTranslation();
  const [page, setPage] = useState<Page | null>(null);
  useEffect(() => {
    let wanted = true;
    void show(html).then((answer) => {
      if (wanted) setPage(answer.ok ? { html, url: answer.value.url } : { html, code: answer.code });
    });
    return () => {
      wanted = false;
    };
  }, [show, html]);
  if (page?.html !== html) return <div className={classes['page']} aria-busy="true" />;
  if ('code' in page) {
    return (
      <p className={classes['failed']} role="alert">
        {t('progress.previewFailed', { reason: t(ERROR_WORDS[page.code]) })}
      </p>
    );
  }
  return <iframe key={page.url} className={classes['page']} sandbox="" src={page.url} title={title} />;
}
