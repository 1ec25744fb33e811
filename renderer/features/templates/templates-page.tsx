import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isLetter,
  MAIL_TEMPLATES,
  ownStepTemplate,
  type MailTemplate,
} from '../../../shared/i18n/shipped-mail-text.js';
import { LANGUAGES, type Language } from '../../../shared/records/primitives.js';
import { ownMailText } from '../../data/mail-templates.js';
import type { Roster } from '../../data/roster/rows.js';
import { useOwnSteps } from '../../data/use-own-steps.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useProgressRequestStore } from '../../state/progress-request.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { PageHead } from '../../ui/page-head.js';
import { BackToDialog } from './back-to-dialog.js';
import { TemplateForm } from './template-form.js';
import { readTemplateStart } from './template-start.js';
import classes from './templates-page.module.css';
import { useTemplateName } from './use-template-name.js';

interface TemplatesPageProps {
  /** Null: the first one, in the language of the screen. */
  readonly shown: { readonly purpose: MailTemplate; readonly language: Language } | null;
}

/** G-8: the texts that mails begin with, for each purpose and language. */
export function TemplatesPage({ shown }: TemplatesPageProps) {
  const { t } = useTranslation();
  const { language: screen } = useFormats();
  const { purpose, language } = shown ?? { purpose: MAIL_TEMPLATES[0] ?? 'send-email', language: screen };
  const title = useTemplateName(purpose);
  const steps = useOwnSteps(screen);
  const left = useProgressRequestStore((state) => state.left !== null);
  const isShown = (other: string): boolean => other === purpose;
  return (
    <>
      <PageHead
        title={t('shell.templates')}
        windowTitle={`${t('shell.templates')} – ${title}`}
        {...(left ? { crumb: <BackToDialog /> } : {})}
      />
      <div className={classes['page']}>
        <nav className={classes['list']} aria-label={t('templates.list')}>
          <ul>
            {MAIL_TEMPLATES.map((other) => (
              <li key={other}>
                <Link
                  to="/templates/$purpose/$language"
                  params={{ purpose: other, language }}
                  aria-current={isShown(other) ? 'page' : undefined}
                >
                  {t(`templates.names.${other}`)}
                </Link>
              </li>
            ))}
            {steps.map(({ id, name }) => (
              <li key={id}>
                <Link
                  to="/templates/$purpose/$language"
                  params={{ purpose: ownStepTemplate(id), language }}
                  aria-current={isShown(ownStepTemplate(id)) ? 'page' : undefined}
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={classes['text']}>
          <header className={classes['head']}>
            <h2>{title}</h2>
            <LanguageLinks purpose={purpose} language={language} />
          </header>
          {purpose.startsWith('interview-') ? <p className={classes['kind']}>{t('templates.ownKind')}</p> : null}
          {isLetter(purpose) ? <p className={classes['kind']}>{t('templates.letterKind')}</p> : null}
          <StartedForm key={`${purpose} ${language}`} purpose={purpose} language={language} />
        </div>
      </div>
    </>
  );
}

interface OneTemplateProps {
  readonly purpose: MailTemplate;
  readonly language: Language;
}

function LanguageLinks({ purpose, language }: OneTemplateProps) {
  const { t } = useTranslation();
  const findOwn = useCallback(
    (roster: Roster) => LANGUAGES.filter((other) => ownMailText(roster, purpose, other) !== null).join(' '),
    [purpose],
  );
  const own = useRoster(findOwn).split(' ');
  return (
    <nav className={classes['languages']} aria-label={t('templates.languages')}>
      {LANGUAGES.map((other) => (
        <Link
          key={other}
          to="/templates/$purpose/$language"
          params={{ purpose, language: other }}
          aria-current={other === language ? 'page' : undefined}
        >
          {t(LANGUAGE_WORDS[other])}
          {own.includes(other) ? <span className={classes['own']}>{t('templates.own')}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

function StartedForm({ purpose, language }: OneTemplateProps) {
  const session = useSession();
  const load = useCallback(() => readTemplateStart(session, purpose, language), [session, purpose, language]);
  const loaded = useLoaded(load);
  return loaded.status === 'loading' ? null : (
    <TemplateForm purpose={purpose} language={language} start={loaded.value} />
  );
}
