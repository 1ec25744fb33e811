import { Select } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MAIL_TEMPLATES, ownStepTemplate, type MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import { knownDepartments } from '../../data/known-departments.js';
import type { TemplateKey } from '../../data/mail-templates.js';
import { useOwnSteps } from '../../data/use-own-steps.js';
import { useRoster } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { departmentSearch } from './department-search.js';
import classes from './templates-page.module.css';

interface TemplateListProps {
  readonly shown: TemplateKey;
}

/** T5: every kind of text, and of which department; one's own steps come last. */
export function TemplateList({ shown }: TemplateListProps) {
  const { t } = useTranslation();
  const steps = useOwnSteps(useFormats().language);
  const kinds: readonly { readonly purpose: MailTemplate; readonly name: string }[] = [
    ...MAIL_TEMPLATES.map((purpose) => ({ purpose, name: t(`templates.names.${purpose}`) })),
    ...steps.map(({ id, name }) => ({ purpose: ownStepTemplate(id), name })),
  ];
  return (
    <div className={classes['side']}>
      <DepartmentChoice shown={shown} />
      <nav className={classes['list']} aria-label={t('templates.list')}>
        <ul>
          {kinds.map(({ purpose, name }) => (
            <li key={purpose}>
              <Link
                to="/templates/$purpose/$language"
                params={{ purpose, language: shown.language }}
                search={departmentSearch(shown.department)}
                aria-current={purpose === shown.purpose ? 'page' : undefined}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** Not there while no department is known: all texts are for all then. */
function DepartmentChoice({ shown }: TemplateListProps) {
  const { t } = useTranslation();
  const { collator } = useFormats();
  const navigate = useNavigate();
  const known = useRoster(knownDepartments);
  const { purpose, language, department } = shown;
  const departments = useMemo(
    () => [...new Set([...known, ...(department === '' ? [] : [department])])].sort(collator.compare),
    [known, department, collator],
  );
  if (departments.length === 0) return null;
  return (
    <Select
      className={classes['department'] ?? ''}
      label={t('templates.department')}
      allowDeselect={false}
      checkIconPosition="right"
      data={[
        { value: '', label: t('templates.allDepartments') },
        ...departments.map((one) => ({ value: one, label: one })),
      ]}
      value={department}
      onChange={(chosen) => {
        void navigate({
          to: '/templates/$purpose/$language',
          params: { purpose, language },
          search: departmentSearch(chosen ?? ''),
        });
      }}
    />
  );
}
