import { Button, Tabs } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanProblem } from '../../../shared/domain/progress-action.js';
import type { ReminderTexts } from '../../../shared/domain/progress-actions/invite-reminder.js';
import type { Language } from '../../../shared/records/primitives.js';
import { tagIcon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import classes from './invite-form.module.css';
import { ReminderTextOf, type ReminderTextsProps } from './reminder-text-of.js';

/** R82, C32: the words in each language that somebody reads; closed until somebody wants them, or must. */
export function ReminderTextFields(props: ReminderTextsProps) {
  const { shown, problems, about, onText } = props;
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const wrong = problems.find(isOfText);
  const isOpen = asked || wrong !== undefined;
  const languages = [...shown.texts.keys()];
  const [chosen, setChosen] = useState<Language | null>(null);
  const active = wrong?.language ?? languages.find((language) => language === chosen) ?? languages[0] ?? null;
  const change = (language: Language, text: ReminderTexts): void => {
    onText({ texts: { ...about.reminder.texts, [language]: text } });
  };
  return (
    <div className={classes['texts']}>
      <Button
        variant="subtle"
        size="xs"
        aria-expanded={isOpen}
        leftSection={isOpen ? <IconChevronDown {...tagIcon} /> : <IconChevronRight {...tagIcon} />}
        onClick={() => {
          setAsked(!isOpen);
        }}
      >
        {t('interview.reminderText')}
      </Button>
      {!isOpen ? null : languages.length === 1 && active !== null ? (
        <ReminderTextOf {...props} language={active} onChange={change} />
      ) : (
        <Tabs
          value={active}
          onChange={(value) => {
            setChosen(languages.find((language) => language === value) ?? null);
          }}
        >
          <Tabs.List>
            {languages.map((language) => (
              <Tabs.Tab key={language} value={language}>
                {t(LANGUAGE_WORDS[language])}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {languages.map((language) => (
            <Tabs.Panel key={language} value={language} pt="sm">
              {language === active ? <ReminderTextOf {...props} language={language} onChange={change} /> : null}
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </div>
  );
}

/** Said in a language, and of nothing else in this form. */
function isOfText({ code, language }: PlanProblem): boolean {
  return code.startsWith('reminder-') && language !== null;
}
