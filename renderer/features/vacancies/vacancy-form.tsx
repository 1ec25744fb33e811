import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnDepartments } from '../../data/use-rights.js';
import { useSession } from '../../data/use-session.js';
import { FormPage } from '../../ui/form-page.js';
import { ButtonLink } from '../../ui/links.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import { RestoredNote } from './restored-note.js';
import { useSaveVacancy } from './use-save-vacancy.js';
import { VacancyFields } from './vacancy-fields.js';
import type { VacancyStart } from './vacancy-start.js';
import { checkVacancy, EMPTY_VACANCY, vacancyValuesOf, type VacancyValues } from './vacancy-values.js';

/** The form of a vacancy. What is typed is kept as a draft until it is saved or thrown away. */
export function VacancyForm({ start }: { readonly start: VacancyStart }) {
  const { t } = useTranslation();
  const { drafts } = useSession();
  const { record, draftKey } = start;
  const [department = ''] = useOwnDepartments();
  const stored = record === null ? { ...EMPTY_VACANCY, department } : vacancyValuesOf(record.fields);
  const [restored, setRestored] = useState(start.draft !== null);
  const checked = useCheckedForm<VacancyValues>({
    initialValues: start.draft ?? stored,
    check: checkVacancy,
    onChange: (values) => {
      drafts.write(draftKey, { ...values });
    },
  });
  const { save, saving } = useSaveVacancy(start);
  const discard = (): void => {
    checked.form.setValues(stored);
    setRestored(false);
    void drafts.clear(draftKey);
  };
  return (
    <FormPage
      label={record === null ? t('vacancies.newVacancy') : t('vacancies.editVacancy')}
      onSubmit={checked.submit((values) => void save(values))}
      note={restored ? <RestoredNote onDiscard={discard} /> : null}
      actions={
        <>
          <ButtonLink to="/vacancies" variant="subtle" onClick={() => void drafts.clear(draftKey)}>
            {t('common.cancel')}
          </ButtonLink>
          <Button type="submit" variant="filled" loading={saving}>
            {record === null ? t('common.save') : t('common.saveChanges')}
          </Button>
        </>
      }
    >
      <VacancyFields checked={checked} withState={record !== null} />
    </FormPage>
  );
}
