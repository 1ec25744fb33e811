import { Button } from '@mantine/core';
import { IconFileText, IconPencil, IconTrash, IconUserOff } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { ownTagsOf } from '../../data/contract-desk.js';
import { phoneForReading } from '../../data/phone-number.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRights } from '../../data/use-rights.js';
import { useRoster } from '../../data/use-session.js';
import { DataList } from '../../ui/data-list.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { ButtonLink, TextLink } from '../../ui/links.js';
import { PageHead } from '../../ui/page-head.js';
import { DeleteEmployeeDialog } from './delete-employee-dialog.js';
import { EditTermsDialog } from './edit-terms-dialog.js';
import classes from './employee-page.module.css';
import { employeeRow, type EmployeeRow } from './employee-rows.js';
import { NoRight } from './no-right.js';

/** One employee: contact, what was agreed, and the dossier they were hired from. */
export function EmployeePage({ id }: { readonly id: ApplicationId }) {
  const { t } = useTranslation();
  const maySee = useRights().includes('employees');
  const row = useRoster(useCallback((roster: Roster) => employeeRow(roster, id), [id]));
  if (maySee && row !== null) return <Employee row={row} />;
  return (
    <>
      <PageHead title={t('shell.employees')} />
      {maySee ? (
        <EmptyState
          icon={IconUserOff}
          title={t('employees.gone')}
          action={<ButtonLink to="/employees">{t('shell.employees')}</ButtonLink>}
        >
          {null}
        </EmptyState>
      ) : (
        <NoRight />
      )}
    </>
  );
}

function Employee({ row }: { readonly row: EmployeeRow }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'edit' | 'delete' | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  return (
    <>
      <PageHead
        title={row.name}
        windowTitle={t('shell.employees')}
        crumb={<TextLink to="/employees">{t('shell.employees')}</TextLink>}
      >
        <Button
          leftSection={<IconTrash {...icon} />}
          onClick={() => {
            setAsked('delete');
          }}
        >
          {t('employees.delete')}
        </Button>
        <Button
          variant="filled"
          leftSection={<IconPencil {...icon} />}
          onClick={() => {
            setAsked('edit');
          }}
        >
          {t('common.edit')}
        </Button>
      </PageHead>
      <div className={classes['page']}>
        <Agreed row={row} />
        <Contact row={row} />
      </div>
      {asked === 'edit' ? <EditTermsDialog row={row} onClose={close} /> : null}
      {asked === 'delete' ? <DeleteEmployeeDialog row={row} onClose={close} /> : null}
    </>
  );
}

function Agreed({ row: { id, terms, hiredAt, vacancyId, vacancy } }: { readonly row: EmployeeRow }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const tags = useRoster(ownTagsOf);
  const rows = [
    { term: t('progress.columnPosition'), value: terms.position },
    { term: t('progress.columnDepartment'), value: terms.department },
    {
      term: t('progress.columnStartDate'),
      value: terms.startDate === null ? '' : formats.calendarDate(terms.startDate),
    },
    { term: t('progress.columnSalary'), value: terms.salary },
    ...tags.map(({ name, label }) => ({ term: label, value: terms.own[name] ?? '' })),
    { term: t('employees.hiredOn'), value: formats.date(hiredAt) },
  ].filter(({ value }) => value !== '');
  return (
    <section className={classes['part']} aria-label={t('employees.agreed')}>
      <h2>{t('employees.agreed')}</h2>
      <DataList
        rows={[
          ...rows,
          {
            term: t('capture.vacancy'),
            value: (
              <TextLink to="/vacancies/$vacancyId" params={{ vacancyId }}>
                {vacancy ?? t('dossier.vacancyGone')}
              </TextLink>
            ),
          },
        ]}
      />
      <ButtonLink
        className={classes['dossier'] ?? ''}
        leftSection={<IconFileText {...icon} />}
        to="/vacancies/$vacancyId/applications/$applicationId"
        params={{ vacancyId, applicationId: id }}
      >
        {t('dossier.applicationAndCv')}
      </ButtonLink>
    </section>
  );
}

function Contact({ row: { person } }: { readonly row: EmployeeRow }) {
  const { t } = useTranslation();
  return (
    <section className={classes['part']} aria-label={t('employees.contact')}>
      <h2>{t('employees.contact')}</h2>
      <DataList
        rows={[
          { term: t('capture.email'), value: person.email === '' ? t('dossier.noEmail') : person.email },
          {
            term: t('capture.phone'),
            value: person.phone === '' ? t('dossier.noPhone') : phoneForReading(person.phone),
          },
          ...(person.city === '' ? [] : [{ term: t('capture.city'), value: person.city }]),
          { term: t('applications.language'), value: t(LANGUAGE_WORDS[person.language]) },
        ]}
      />
    </section>
  );
}
