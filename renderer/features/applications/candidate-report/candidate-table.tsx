import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationId } from '../../../../shared/records/primitives.js';
import report from '../../../ui/report/report.module.css';
import { stageOf, StatusTag } from '../../../ui/status-tag.js';
import type { ListedApplication } from '../sort-applications.js';
import classes from './candidate-report.module.css';

interface CandidateTableProps {
  readonly rows: readonly ListedApplication[];
  readonly ticked: ReadonlySet<ApplicationId>;
  readonly disabled: boolean;
  readonly onChange: (ticked: ReadonlySet<ApplicationId>) => void;
}

/** Who goes into the report, and whether there is a CV to put in. */
export function CandidateTable({ rows, ticked, disabled, onChange }: CandidateTableProps) {
  const { t } = useTranslation();
  const count = rows.filter(({ application }) => ticked.has(application.id)).length;
  return (
    <div className={report['scroll']}>
      <table className={`${report['table'] ?? ''} ${classes['table'] ?? ''}`} aria-label={t('reports.candidates')}>
        <thead>
          <tr>
            <th scope="col" className={classes['tick']}>
              <Checkbox
                aria-label={t('reports.everybody')}
                disabled={disabled}
                checked={count === rows.length}
                indeterminate={count > 0 && count < rows.length}
                onChange={() => {
                  onChange(count === rows.length ? new Set() : new Set(rows.map(({ application }) => application.id)));
                }}
              />
            </th>
            <th scope="col">{t('applications.name')}</th>
            <th scope="col">{t('dossier.vacancyStatus')}</th>
            <th scope="col">{t('reports.cvs')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ application, person, name }) => (
            <tr key={application.id}>
              <td className={classes['tick']}>
                <Checkbox
                  aria-label={name}
                  disabled={disabled}
                  checked={ticked.has(application.id)}
                  onChange={() => {
                    onChange(toggled(ticked, application.id));
                  }}
                />
              </td>
              <th scope="row">{name}</th>
              <td>
                <StatusTag status={application.status} stage={stageOf(application)} />
              </td>
              <td>
                {person.hasCv ? (
                  t('reports.cvCount', { count: person.cvIds.length })
                ) : (
                  <span className={classes['none']}>{t('reports.noCv')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function toggled(ticked: ReadonlySet<ApplicationId>, id: ApplicationId): ReadonlySet<ApplicationId> {
  const next = new Set(ticked);
  if (!next.delete(id)) next.add(id);
  return next;
}
