import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Vacancy } from '../../../shared/records/vacancy.js';
import { useSession } from '../../data/use-session.js';
import { icon } from '../../ui/icon-props.js';
import classes from './question-fields.module.css';

type Questions = Vacancy['questions'];

interface QuestionFieldsProps {
  readonly questions: Questions;
  readonly onChange: (questions: Questions) => void;
}

/** Screening questions, one line each. An answer belongs to the question's id, so its words may be mended later. */
export function QuestionFields({ questions, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <div className={classes['questions']}>
      {questions.map(({ id, text }, index) => (
        <div key={id} className={classes['question']}>
          <TextInput
            aria-label={t('vacancies.question', { number: index + 1 })}
            placeholder={t('vacancies.question', { number: index + 1 })}
            maxLength={2000}
            value={text}
            onChange={(event) => {
              const words = event.currentTarget.value;
              onChange(questions.map((question) => (question.id === id ? { id, text: words } : question)));
            }}
          />
          <ActionIcon
            aria-label={t('vacancies.removeQuestion', { number: index + 1 })}
            onClick={() => {
              onChange(questions.filter((question) => question.id !== id));
            }}
          >
            <IconX {...icon} />
          </ActionIcon>
        </div>
      ))}
      <Button
        className={classes['add']}
        leftSection={<IconPlus {...icon} />}
        onClick={() => {
          onChange([...questions, { id: session.newId(), text: '' }]);
        }}
      >
        {t('vacancies.addQuestion')}
      </Button>
    </div>
  );
}
