import { Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ContractTemplate } from '../../../shared/records/contract.js';
import { LANGUAGES, type ContractTemplateId } from '../../../shared/records/primitives.js';
import type { Roster, Stored } from '../../data/roster/rows.js';
import { SHIPPED_WORDINGS } from '../../data/shipped-wordings.js';
import { useRoster } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { TextLink } from '../../ui/links.js';
import table from '../../ui/table.module.css';
import classes from './contract-section.module.css';
import { ContractTagSection } from './contract-tag-section.js';
import { useMayAdminister } from './use-may-administer.js';

type StoredTemplate = Stored<ContractTemplateId, ContractTemplate>;

function templatesOf(roster: Roster): readonly StoredTemplate[] {
  return [...roster.contractTemplates.values()].filter(({ deleted }) => !deleted);
}

/** Contract templates by department and language, and the organisation's own tags (R41, G-11). */
export function ContractSection() {
  const { t } = useTranslation();
  const { collator } = useFormats();
  const allowed = useMayAdminister();
  const own = [...useRoster(templatesOf)].sort(
    (a, b) =>
      collator.compare(a.department, b.department) ||
      LANGUAGES.indexOf(a.language) - LANGUAGES.indexOf(b.language) ||
      collator.compare(a.title, b.title),
  );
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <p>{t('settings.contractsIntro')}</p>
        <NewTemplate disabled={!allowed} />
      </header>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('settings.contractTitle')}</th>
            <th scope="col">{t('settings.contractDepartment')}</th>
            <th scope="col">{t('settings.contractLanguage')}</th>
          </tr>
        </thead>
        <tbody>
          {own.map(({ id, title, department, language }) => (
            <tr key={id}>
              <td>
                <Link to="/settings/contracts/$templateId" params={{ templateId: id }} data-row>
                  {title}
                </Link>
              </td>
              <td>{department === '' ? t('settings.allDepartments') : department}</td>
              <td>{t(LANGUAGE_WORDS[language])}</td>
            </tr>
          ))}
          {LANGUAGES.map((language) => (
            <tr key={language}>
              <td>
                {SHIPPED_WORDINGS[language].title} <span className={classes['quiet']}>{t('settings.shipped')}</span>
              </td>
              <td className={classes['quiet']}>{t('settings.shippedFor')}</td>
              <td>
                <span className={classes['last']}>
                  {t(LANGUAGE_WORDS[language])}
                  {allowed ? (
                    <TextLink to="/settings/contracts/new" search={{ language }}>
                      {t('settings.adapt')}
                    </TextLink>
                  ) : null}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {allowed ? null : <p className={classes['note']}>{t('settings.onlyAdministrators')}</p>}
      <ContractTagSection allowed={allowed} />
    </div>
  );
}

/** A new one begins with what comes with the program in its language. */
function NewTemplate({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="filled" leftSection={<IconPlus {...icon} />} disabled={disabled}>
          {t('settings.newContractTemplate')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            onClick={() => void navigate({ to: '/settings/contracts/new', search: { language } })}
          >
            {t(LANGUAGE_WORDS[language])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
