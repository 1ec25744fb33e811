import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ForwardFields } from '../../../shared/domain/progress-actions/forward.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import classes from './forward-option.module.css';
import type { MailOptionProps } from './mail-action.js';
import { ProblemLines } from './problem-lines.js';

/** R29–R32: to whom it goes, in which language, and what is kept back. */
export function ForwardOption({ fields, problems, onChange }: MailOptionProps<ForwardFields>) {
  const { t } = useTranslation();
  return (
    <div className={classes['option']}>
      <div className={classes['to']}>
        <TextInput
          data-autofocus
          label={t('progress.recipient')}
          description={t('progress.forwardToHint')}
          value={fields.to}
          error={problems.length === 0 ? null : <ProblemLines problems={problems} />}
          onChange={({ currentTarget }) => {
            onChange({ to: currentTarget.value });
          }}
        />
        <Select
          label={t('progress.forwardLanguage')}
          allowDeselect={false}
          data={LANGUAGES.map((language) => ({ value: language, label: t(LANGUAGE_WORDS[language]) }))}
          value={fields.language}
          onChange={(value) => {
            const language = LANGUAGES.find((known) => known === value);
            if (language !== undefined) onChange({ language });
          }}
        />
      </div>
      <Checkbox
        label={t('progress.withholdPersonal')}
        description={t('progress.withholdPersonalHint')}
        checked={fields.withholdsPersonal}
        onChange={({ currentTarget }) => {
          onChange({ withholdsPersonal: currentTarget.checked });
        }}
      />
      <Checkbox
        label={t('progress.withoutFiles')}
        checked={fields.withoutFiles}
        onChange={({ currentTarget }) => {
          onChange({ withoutFiles: currentTarget.checked });
        }}
      />
    </div>
  );
}
