import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '../../../shared/lib/time.js';
import type { FairId } from '../../../shared/records/primitives.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { TextLink } from '../../ui/links.js';
import { PageHead } from '../../ui/page-head.js';
import { FairForm } from './fair-form.js';

/** A new fair, or one to change. */
export function FairFormPage({ id }: { readonly id: FairId | null }) {
  const { t } = useTranslation();
  const session = useSession();
  const formats = useFormats();
  const load = useCallback(async () => (id === null ? null : await session.edit('fair', id)), [session, id]);
  const loaded = useLoaded(load);
  const today = dateIn(formats.zone, session.now());
  return (
    <>
      <PageHead
        title={id === null ? t('fairs.newFair') : t('fairs.editFair')}
        crumb={<TextLink to="/fairs">{t('fairs.title')}</TextLink>}
      />
      {loaded.status === 'loading' ? null : <FairForm record={loaded.value} today={today} />}
    </>
  );
}
