import { ActionIcon, Menu } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { icon } from '../../ui/icon-props.js';

/** The pages about a vacancy that only read (G-6). */
export function VacancyReports({ vacancyId }: { readonly vacancyId: VacancyId }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const label = t('reports.ofVacancy');
  const params = { vacancyId };
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon size={28} aria-label={label} title={label}>
          <IconChartBar {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.Item onClick={() => void navigate({ to: '/vacancies/$vacancyId/statistics', params })}>
          {t('reports.statistics')}
        </Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/vacancies/$vacancyId/candidate-report', params })}>
          {t('reports.candidateReport')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
