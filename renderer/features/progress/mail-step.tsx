import { Checkbox, Tabs, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconMailOff } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_TEXT, type MailText } from '../../../shared/domain/plan-mail.js';
import type { ApplicationId, Language } from '../../../shared/records/primitives.js';
import { useFormats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import classes from './mail-step.module.css';
import { languageInSentence } from '../../ui/language-in-sentence.js';
import { MailTextFields } from '../../ui/mail-text/mail-text-fields.js';
import { ProblemLines } from './problem-lines.js';
import { TemplateLink } from './template-link.js';
import { useColumnCount } from './use-column-count.js';
import type { MailActionControl } from './use-mail-action.js';

interface MailStepProps extends StepProps {
  /** What else the action decides here. */
  readonly option: ReactNode;
  /** What goes out of it, beside it. */
  readonly aside: ReactNode;
}

interface StepProps {
  readonly control: MailActionControl;
}

/** The mail: who it is from, and a text for each language that somebody reads. */
export function MailStep({ control, option, aside }: MailStepProps) {
  const { t } = useTranslation();
  const languages = [...control.languages.keys()];
  const columns = useColumnCount();
  const fields = useRef<HTMLDivElement>(null);
  const first = firstWithProblems(control, languages);
  const departmentOf = (language: Language): string => control.form.begun.get(language)?.department ?? '';
  const [shown, setShown] = useState<Language | null>(languages[0] ?? null);
  const [asked, setAsked] = useState(control.problems);
  if (asked !== control.problems) {
    setAsked(control.problems);
    if (first !== null) setShown(first);
  }
  useEffect(() => {
    const find = (what: string) => fields.current?.querySelector<HTMLElement>(what) ?? null;
    (find('[aria-invalid="true"]') ?? find('[data-autofocus]') ?? find('input'))?.focus();
  }, [control.checks]);
  const form = (
    <div ref={fields} className={classes['details']}>
      {control.medium === 'letter' ? null : <Sender control={control} />}
      {option === null ? null : <div className={classes['option']}>{option}</div>}
      {languages.length <= columns ? (
        <>
          <WithoutAddress control={control} />
          <div className={classes['columns']} data-columns={languages.length}>
            {languages.map((language, at) => (
              <section key={language}>
                <div className={classes['head']}>
                  <h3>
                    {t(LANGUAGE_WORDS[language])}{' '}
                    <span>{t('progress.people', { count: control.readers.get(language) ?? 0 })}</span>
                  </h3>
                  <WriteIn control={control} language={language} />
                  <TemplateLink template={control.template} language={language} department={departmentOf(language)} />
                </div>
                <LanguageText control={control} language={language} first={at === 0} />
              </section>
            ))}
          </div>
        </>
      ) : (
        <LanguageTabs control={control} languages={languages} shown={shown} onShow={setShown} />
      )}
    </div>
  );
  if (aside === null) return form;
  return (
    <div className={classes['beside']}>
      {form}
      {aside}
    </div>
  );
}

interface LanguageTabsProps extends StepProps {
  readonly languages: readonly Language[];
  readonly shown: Language | null;
  readonly onShow: (language: Language) => void;
}

function LanguageTabs({ control, languages, shown, onShow }: LanguageTabsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const active = languages.find((language) => language === shown) ?? languages[0] ?? null;
  return (
    <Tabs
      className={classes['tabs'] ?? ''}
      value={active}
      onChange={(value) => {
        const language = languages.find((known) => known === value);
        if (language !== undefined) onShow(language);
      }}
    >
      <div className={classes['bar']}>
        <Tabs.List>
          {languages.map((language) => (
            <Tabs.Tab
              key={language}
              value={language}
              rightSection={control.problems.texts.has(language) ? <IconAlertTriangle {...tagIcon} /> : null}
            >
              {t(LANGUAGE_WORDS[language])}{' '}
              <span className={classes['count']}>{formats.number(control.readers.get(language) ?? 0)}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className={classes['barEnd']}>
          <WithoutAddress control={control} />
          {active === null ? null : (
            <>
              <WriteIn control={control} language={active} />
              <TemplateLink
                template={control.template}
                language={active}
                department={control.form.begun.get(active)?.department ?? ''}
              />
            </>
          )}
        </div>
      </div>
      {languages.map((language) => (
        <Tabs.Panel key={language} value={language}>
          {language === active ? (
            <LanguageText control={control} language={language} first={language === languages[0]} />
          ) : null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

interface LanguageTextProps extends StepProps {
  readonly language: Language;
  readonly first: boolean;
}

function LanguageText({ control, language, first }: LanguageTextProps) {
  const { t } = useTranslation();
  const { language: screen } = useFormats();
  const { form, setText, setTicked } = control.form;
  const leaveOut = (applicationIds: readonly ApplicationId[]): void => {
    setTicked(applicationIds, false);
    control.forgetProblems(language);
  };
  const errorOf = (part: keyof MailText) => {
    const found = control.problems.texts.get(language)?.[part] ?? [];
    return found.length === 0 ? null : <ProblemLines problems={found} onLeaveOut={leaveOut} />;
  };
  if (form.leftOut.has(language)) {
    const count = control.readers.get(language) ?? 0;
    const inside = languageInSentence(t(LANGUAGE_WORDS[language]), screen);
    return (
      <p className={classes['nobody']}>
        {t(`progress.${control.mailOnly || control.medium === 'letter' ? 'languageLeftOut' : 'languageWithoutMail'}`, {
          count,
          language: inside,
        })}
      </p>
    );
  }
  return (
    <>
      <TextOrigin control={control} language={language} />
      <MailTextFields
        language={language}
        text={form.texts[language] ?? NO_TEXT}
        errors={{ subject: errorOf('subject'), contents: errorOf('contents') }}
        first={first}
        mergeFields={control.mergeFields}
        onChange={(text) => {
          setText(language, text);
          control.forgetProblems(language);
        }}
      />
    </>
  );
}

/** G-8: whose text this began as, where that is not the one for all; and whose it did not, where several would have their own. */
function TextOrigin({ control, language }: StepProps & { readonly language: Language }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { department = '', passedOver = [] } = control.form.begun.get(language) ?? {};
  if (department === '' && passedOver.length === 0) return null;
  return (
    <p className={classes['origin']} data-several={passedOver.length > 0 || undefined}>
      {department === ''
        ? t('progress.textForSeveral', { departments: formats.list(passedOver) })
        : t('progress.textOfDepartment', { department })}
    </p>
  );
}

/** Whether somebody is written to in this language; with only one there is nothing to choose. */
function WriteIn({ control, language }: StepProps & { readonly language: Language }) {
  const { t } = useTranslation();
  const { language: screen } = useFormats();
  const { form, setLeftOut } = control.form;
  if (control.languages.size === 1 || control.audience === 'all') return null;
  return (
    <Checkbox
      label={t('progress.writeIn', { language: languageInSentence(t(LANGUAGE_WORDS[language]), screen) })}
      checked={!form.leftOut.has(language)}
      onChange={({ currentTarget }) => {
        setLeftOut(language, !currentTarget.checked);
        control.forgetProblems(language);
      }}
    />
  );
}

/** C33: whom none of these texts reaches is said before they are written; who it is stands in the plan. */
function WithoutAddress({ control: { withoutAddress } }: StepProps) {
  const { t } = useTranslation();
  if (withoutAddress === 0) return null;
  return (
    <p className={classes['apart']}>
      <IconMailOff {...tagIcon} />
      {t('progress.withoutAddress', { count: withoutAddress })}
    </p>
  );
}

/** R18: From must hold a valid address; it is the account's own unless somebody changes it. */
function Sender({ control }: StepProps) {
  const { t } = useTranslation();
  const { form, setFrom } = control.form;
  const problems = control.problems.from;
  return (
    <div className={classes['sender']}>
      <TextInput
        label={t('progress.from')}
        type="email"
        value={form.from.address}
        error={problems.length === 0 ? null : <ProblemLines problems={problems} />}
        onChange={({ currentTarget }) => {
          setFrom({ ...form.from, address: currentTarget.value });
          control.forgetProblems('from');
        }}
      />
      <TextInput
        label={t('progress.fromName')}
        value={form.from.name}
        onChange={({ currentTarget }) => {
          setFrom({ ...form.from, name: currentTarget.value });
        }}
      />
    </div>
  );
}

function firstWithProblems({ problems }: MailActionControl, languages: readonly Language[]): Language | null {
  return languages.find((language) => problems.texts.has(language)) ?? null;
}
