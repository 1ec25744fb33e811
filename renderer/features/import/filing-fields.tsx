import { Radio, Select } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { KNOWN_CHOICES, type KnownChoice } from '../../../shared/domain/import/plan-import.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRights } from '../../data/use-rights.js';
import { useRoster } from '../../data/use-session.js';
import { WideField } from '../../ui/form-page.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import type { FilingSettings } from './use-import.js';

const NONE = 'none';

const KNOWN_WORDS = {
  skip: 'import.knownSkip',
  add: 'import.knownAdd',
  file: 'import.knownFile',
} as const satisfies Record<KnownChoice, MessageKey>;

interface FilingFieldsProps {
  readonly settings: FilingSettings;
  readonly onChange: (settings: Partial<FilingSettings>) => void;
}

/** As what the people of the file are filed, all of them alike. */
export function FilingFields({ settings, onChange }: FilingFieldsProps) {
  const { t } = useTranslation();
  const { collator } = useFormats();
  const rights = useRights();
  const select = useCallback(
    (roster: Roster) => ({
      vacancies: [...roster.vacancies.values()]
        .filter(({ state }) => state === 'open')
        .sort((a, b) => collator.compare(a.title, b.title)),
      fairs: [...roster.fairs.values()].sort((a, b) => b.firstDate.localeCompare(a.firstDate)),
    }),
    [collator],
  );
  const { vacancies, fairs } = useRoster(select);
  const mayAdd = rights.includes('transfer') && rights.includes('documents-notes');
  return (
    <>
      <Select
        label={t('capture.vacancy')}
        searchable
        data={[
          { value: NONE, label: t('import.prospect') },
          ...vacancies.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        value={settings.vacancyId ?? NONE}
        onChange={(value) => {
          onChange({ vacancyId: vacancies.find(({ id }) => id === value)?.id ?? null });
        }}
      />
      <Select
        label={t('database.source')}
        data={[
          { value: NONE, label: t('import.noFair') },
          ...fairs.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={settings.fairId ?? NONE}
        onChange={(value) => {
          onChange({ fairId: fairs.find(({ id }) => id === value)?.id ?? null });
        }}
      />
      <Select
        label={t('capture.language')}
        description={t('import.languageHint')}
        data={LANGUAGES.map((value) => ({ value, label: t(LANGUAGE_WORDS[value]) }))}
        value={settings.language}
        onChange={(value) => {
          const language = LANGUAGES.find((one) => one === value);
          if (language !== undefined) onChange({ language });
        }}
      />
      <WideField>
        <Radio.Group
          label={t('import.known')}
          value={settings.known}
          onChange={(value) => {
            const known = KNOWN_CHOICES.find((one) => one === value);
            if (known !== undefined) onChange({ known });
          }}
        >
          {KNOWN_CHOICES.filter((choice) => choice !== 'add' || mayAdd).map((choice) => (
            <Radio key={choice} value={choice} label={t(KNOWN_WORDS[choice])} mt={6} />
          ))}
        </Radio.Group>
      </WideField>
    </>
  );
}
