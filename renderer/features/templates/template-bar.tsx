import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLetter } from '../../../shared/i18n/shipped-mail-text.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { TemplateKey } from '../../data/mail-templates.js';
import { useOwnDepartments } from '../../data/use-rights.js';
import { DockedBar } from '../../ui/docked-bar.js';
import { useFormats } from '../../ui/formats.js';
import classes from './templates-page.module.css';

/** Whose text stands there. */
export type Holder = 'own' | 'organisation' | 'shipped';

interface TemplateBarProps {
  readonly template: TemplateKey;
  readonly name: string;
  readonly changed: boolean;
  readonly holder: Holder;
  /** Whose it is again after the way back. */
  readonly inherits: 'organisation' | 'shipped';
  readonly allowed: boolean;
  readonly onDiscard: () => void;
  readonly onGoBack: () => void;
}

/** How the text stands, and what can be done with it; who may not edit it reads why (C19). */
export function TemplateBar(props: TemplateBarProps) {
  const { name, changed, holder, inherits, allowed, onDiscard, onGoBack } = props;
  const { t } = useTranslation();
  const standing = useStanding(props);
  return (
    <DockedBar label={name}>
      <p className={classes['note']} role="status">
        {standing}
      </p>
      <span className={classes['end']} />
      {changed ? (
        <Button variant="subtle" onClick={onDiscard}>
          {t('templates.discard')}
        </Button>
      ) : null}
      {holder !== 'own' || changed || !allowed ? null : (
        <Button onClick={onGoBack}>
          {t(inherits === 'organisation' ? 'templates.backToOrganisation' : 'templates.back')}
        </Button>
      )}
      <Button type="submit" variant="filled" disabled={!changed || !allowed}>
        {t('common.save')}
      </Button>
    </DockedBar>
  );
}

function useStanding({ template, changed, holder, allowed }: TemplateBarProps): string {
  const { t } = useTranslation();
  const formats = useFormats();
  const departments = useOwnDepartments();
  const { purpose, department } = template;
  if (!allowed) {
    return departments.length === 0
      ? t('settings.onlyAdministrators')
      : t('templates.onlyOwnDepartments', { departments: formats.list(departments) });
  }
  if (changed) return t('templates.isUnsaved');
  if (department !== '') return t(IN_DEPARTMENT[holder], { department });
  if (isLetter(purpose)) return t(holder === 'own' ? 'templates.isOwnLetter' : 'templates.isShippedLetter');
  return t(holder === 'own' ? 'templates.isOwn' : 'templates.isShipped');
}

const IN_DEPARTMENT = {
  own: 'templates.isDepartments',
  organisation: 'templates.isInherited',
  shipped: 'templates.isShippedIn',
} as const satisfies Record<Holder, MessageKey>;
