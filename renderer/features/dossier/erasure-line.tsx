import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { erasureAskedAt } from '../../../shared/domain/own-page.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import classes from './dossier.module.css';
import type { Shown } from './shown.js';

/** C17: that the person has asked to be deleted, on the own page; the menu above has the way to do it. */
export function ErasureLine({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const since = erasureAskedAt(shown.dossier.person.events);
  if (since === null) return null;
  return (
    <p className={classes['twice']} role="status">
      <IconTrash {...icon} />
      <span>{t('dossier.erasureAsked', { date: formats.date(since) })}</span>
    </p>
  );
}
