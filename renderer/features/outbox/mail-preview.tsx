import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { success } from '../../../shared/lib/result.js';
import type { MessageId } from '../../../shared/records/primitives.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { useShowPreview } from '../../data/use-show-preview.js';
import { FieldError } from '../../ui/field-error.js';
import classes from './message-detail.module.css';

/** The mail on a page of its own with its own policy: no script runs there and nothing is fetched. */
export function MailPreview({ id }: { readonly id: MessageId }) {
  const { t } = useTranslation();
  const session = useSession();
  const show = useShowPreview();
  const load = useCallback(async () => {
    const message = await session.message(id);
    return message === null ? success(null) : await show(message.fields.html);
  }, [session, show, id]);
  const loaded = useLoaded(load);
  if (loaded.status === 'loading') return <div className={classes['preview']} />;
  const preview = loaded.value;
  if (!preview.ok) {
    return (
      <div role="alert">
        <FieldError>{t(ERROR_WORDS[preview.code])}</FieldError>
      </div>
    );
  }
  if (preview.value === null) return null;
  return (
    <section className={classes['mail']}>
      <h3>{t('outbox.exactly')}</h3>
      <iframe className={classes['preview']} sandbox="" src={preview.value.url} title={t('outbox.exactly')} />
    </section>
  );
}
