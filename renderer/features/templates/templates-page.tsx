import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isLetter, MAIL_TEMPLATES, type MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import { LANGUAGES, type Language } from '../../../shared/records/primitives.js';
import { ownMailText, type TemplateKey } from '../../data/mail-templates.js';
import type { Roster } from '../../data/roster/rows.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useHasRight, useOwnDepartments } from '../../data/use-rights.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useProgressRequestStore } from '../../state/progress-request.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { PageHead } from '../../ui/page-head.js';
import { BackToDialog } from './back-to-dialog.js';
import { departmentSearch } from './department-search.js';
import { TemplateForm } from './template-form.js';
import { TemplateList } from './template-list.js';
import { readTemplateStart } from './template-start.js';
import classes from './templates-page.module.css';
import { useTemplateName } from './use-template-name.js';

interface TemplatesPageProps {
  /** Null: the first one that can be edited here, in the language of the screen. */
  readonly shown: { readonly purpose: MailTemplate; readonly language: Language } | null;
  /** Left out: the texts of all departments. */
  readonly department?: string | undefined;
}

/** G-8: the texts that mails begin with, for each purpose, language and department. */
export function TemplatesPage({ shown, department: of = '' }: TemplatesPageProps) {
  const { t } = useTranslation();
  const first = useFirst();
  const template = shown === null ? first : { ...shown, department: of };
  const { purpose, language, department } = template;
  const title = useTemplateName(purpose);
  const left = useProgressRequestStore((state) => state.left !== null);
  return (
    <>
      <PageHead
        title={t('shell.templates')}
        windowTitle={`${t('shell.templates')} – ${title}`}
        {...(left ? { crumb: <BackToDialog /> } : {})}
      />
      <div className={classes['page']}>
        <TemplateList shown={template} />
        <div className={classes['text']}>
          <header className={classes['head']}>
            <h2>
              {title}
              {department === '' ? null : <span className={classes['of']}>{department}</span>}
            </h2>
            <LanguageLinks template={template} />
          </header>
          {purpose.startsWith('interview-') ? <p className={classes['kind']}>{t('templates.ownKind')}</p> : null}
          {isLetter(purpose) ? <p className={classes['kind']}>{t('templates.letterKind')}</p> : null}
          <StartedForm key={`${purpose} ${language} ${department}`} {...template} />
        </div>
      </div>
    </>
  );
}

/** A department administrator begins with a text of his or her own. */
function useFirst(): TemplateKey {
  const { language } = useFormats();
  const [own = ''] = useOwnDepartments();
  const administers = useHasRight('administer');
  return { purpose: MAIL_TEMPLATES[0] ?? 'send-email', language, department: administers ? '' : own };
}

function LanguageLinks({ template }: { readonly template: TemplateKey }) {
  const { t } = useTranslation();
  const { purpose, language, department } = template;
  const findOwn = useCallback(
    (roster: Roster) =>
      LANGUAGES.filter((other) => ownMailText(roster, { purpose, language: other, department }) !== null).join(' '),
    [purpose, department],
  );
  const own = useRoster(findOwn).split(' ');
  return (
    <nav className={classes['languages']} aria-label={t('templates.languages')}>
      {LANGUAGES.map((other) => (
        <Link
          key={other}
          to="/templates/$purpose/$language"
          params={{ purpose, language: other }}
          search={departmentSearch(department)}
          aria-current={other === language ? 'page' : undefined}
        >
          {t(LANGUAGE_WORDS[other])}
          {own.includes(other) ? <span className={classes['own']}>{t('templates.own')}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

function StartedForm({ purpose, language, department }: TemplateKey) {
  const session = useSession();
  const load = useCallback(
    () => readTemplateStart(session, { purpose, language, department }),
    [session, purpose, language, department],
  );
  const loaded = useLoaded(load);
  return loaded.status === 'loading' ? null : (
    <TemplateForm purpose={purpose} language={language} department={department} start={loaded.value} />
  );
}
