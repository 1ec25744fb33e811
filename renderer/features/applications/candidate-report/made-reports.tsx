import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDownload } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '../../../../shared/lib/time.js';
import { saveFile } from '../../../data/save-file.js';
import { useSession } from '../../../data/use-session.js';
import { useFormats } from '../../../ui/formats.js';
import { icon } from '../../../ui/icon-props.js';
import classes from './candidate-report.module.css';
import type { CandidateReport } from './make-report.js';

/** The reports that are finished, each with what is not as it was handed in. They are in memory until somebody saves them. */
export function MadeReports({ made }: { readonly made: readonly CandidateReport[] }) {
  const { t } = useTranslation();
  if (made.length === 0) return null;
  return (
    <section className={classes['made']} aria-label={t('reports.madeReports')}>
      <ul>
        {made.map((one, at) => (
          <Made key={one.warnings.length.toString() + at.toString()} report={one} number={at + 1} of={made.length} />
        ))}
      </ul>
      <p className={classes['note']}>{t('applications.exportNote')}</p>
    </section>
  );
}

interface MadeProps {
  readonly report: CandidateReport;
  readonly number: number;
  readonly of: number;
}

function Made({ report, number, of }: MadeProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { zone } = useFormats();
  const { pdf, pages, candidates, warnings } = report;
  const url = useMemo(() => URL.createObjectURL(new Blob([Uint8Array.from(pdf)], { type: 'application/pdf' })), [pdf]);
  useEffect(
    () => () => {
      URL.revokeObjectURL(url);
    },
    [url],
  );
  const date = dateIn(zone, session.now());
  const name = of === 1 ? t('reports.fileName', { date }) : t('reports.fileNameOf', { date, number });
  return (
    <li>
      <div className={classes['head']}>
        <IconCheck {...icon} />
        <p>{t('reports.madeOne', { name, candidates, pages })}</p>
        <Button
          size="xs"
          leftSection={<IconDownload {...icon} />}
          aria-label={t('reports.saveNamed', { name })}
          onClick={() => {
            saveFile(url, `${name}.pdf`);
          }}
        >
          {t('reports.savePdf')}
        </Button>
      </div>
      {warnings.length === 0 ? null : (
        <div className={classes['warnings']}>
          <p>
            <IconAlertTriangle {...icon} />
            {t('reports.notAsHandedIn', { count: warnings.length })}
          </p>
          <dl>
            {warnings.map(({ name: who, words }, at) => (
              <div key={`${who}-${at.toString()}`}>
                <dt>{who}</dt>
                <dd>{words.join(' · ')}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </li>
  );
}
