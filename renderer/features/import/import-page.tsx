import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentFair } from '../../../shared/domain/current-fair.js';
import type { ImportPlan } from '../../../shared/domain/import/plan-import.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { DockedBar } from '../../ui/docked-bar.js';
import { DropZone } from '../../ui/drop-zone.js';
import { FieldError } from '../../ui/field-error.js';
import form from '../../ui/form-page.module.css';
import { useFormats } from '../../ui/formats.js';
import { PageHead } from '../../ui/page-head.js';
import { CheckStep } from './check-step.js';
import { DoneStep } from './done-step.js';
import { PROBLEM_WORDS } from './import-words.js';
import classes from './import.module.css';
import { MappingTable } from './mapping-table.js';
import { IMPORT_LIMITS } from './open-file.js';
import { PreviewRows } from './preview-rows.js';
import { Recognised } from './recognised.js';
import { useImport, type ImportControl, type ImportStep } from './use-import.js';

interface ImportPageProps {
  /** From whose page somebody comes; null for any other. */
  readonly vacancyId: VacancyId | null;
}

/** *Import*: a file of people, what its columns mean, as what they are filed, and what becomes of each row. */
export function ImportPage({ vacancyId }: ImportPageProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { language, zone } = useFormats();
  const [first] = useState(() => {
    const { fairs, vacancies } = session.roster.current();
    const fair = currentFair([...fairs.values()], dateIn(zone, session.now()));
    const isOpen = vacancyId !== null && vacancies.get(vacancyId)?.state === 'open';
    return { vacancyId: isOpen ? vacancyId : null, language, known: 'skip', fairId: fair?.id ?? null } as const;
  });
  const control = useImport(first);
  const { step } = control;
  const run = (plan: ImportPlan): void => {
    control.run(plan, ({ saved, filed, added }) => {
      if (saved === null) return;
      const undo = async (): ReturnType<typeof session.undo> => {
        const answer = await session.undo(saved);
        if (answer.ok) control.restart(); // what is shown as filed is not any more
        return answer;
      };
      showToast({ text: t('import.filed', { count: filed.length + added.length }), undo });
    });
  };
  const open = 'open' in step ? step.open : null;
  return (
    <div className={form['page']}>
      <PageHead
        title={t('import.title')}
        aside={
          open === null ? undefined : `${open.file.name} · ${t('import.rows', { count: open.read.table.rows.length })}`
        }
      />
      {step.kind === 'choose' ? <ChooseStep control={control} step={step} /> : null}
      {step.kind === 'columns' ? <ColumnsStep control={control} step={step} /> : null}
      {step.kind === 'check' ? <CheckStep control={control} step={step} onRun={run} /> : null}
      {step.kind === 'running' ? <Running control={control} step={step} /> : null}
      {step.kind === 'done' ? <DoneStep control={control} step={step} /> : null}
    </div>
  );
}

interface StepProps<Kind extends ImportStep['kind']> {
  readonly control: ImportControl;
  readonly step: Extract<ImportStep, { kind: Kind }>;
}

function ChooseStep({ control, step: { problem, name } }: StepProps<'choose'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const limits = { rows: IMPORT_LIMITS.rows, size: formats.bytes(IMPORT_LIMITS.bytes) };
  return (
    <div className={form['fields']}>
      <div className={classes['choose']}>
        <DropZone
          title={t('import.chooseTitle')}
          hint={t('import.chooseHint')}
          accept=".csv,.tsv,.txt,.vcf,.vcard,text/csv,text/vcard"
          onFile={control.take}
        />
        <div aria-live="polite">
          {problem === null ? null : (
            <p className={classes['problem']}>
              <FieldError>
                <bdi>{name}</bdi>: {t(PROBLEM_WORDS[problem.code], { ...limits, number: Number(problem.detail ?? 0) })}
              </FieldError>
            </p>
          )}
        </div>
        <ul className={classes['about']}>
          <li>{t('import.aboutMemory', limits)}</li>
          <li>{t('import.aboutPlan')}</li>
          <li>{t('import.aboutConsent')}</li>
        </ul>
      </div>
    </div>
  );
}

function ColumnsStep({ control, step }: StepProps<'columns'>) {
  const { t } = useTranslation();
  const { open } = step;
  const nothing = open.mapping.every((field) => field === null);
  return (
    <>
      <div className={form['fields']}>
        <div className={classes['columns']}>
          <Recognised step={step} onChange={control.readAs} />
          <MappingTable open={open} onMap={control.map} />
          <PreviewRows open={open} settings={control.settings} />
        </div>
      </div>
      <DockedBar label={t('import.title')}>
        {nothing ? <p className={classes['foot']}>{t('import.noColumn')}</p> : null}
        <span className={form['end']} />
        <Button onClick={control.restart}>{t('import.another')}</Button>
        <Button variant="filled" disabled={nothing} onClick={control.check}>
          {t('import.check', { count: open.read.table.rows.length })}
        </Button>
      </DockedBar>
    </>
  );
}

function Running({ control, step: { share, total } }: StepProps<'running'>) {
  const { t } = useTranslation();
  const [stopping, setStopping] = useState(false);
  const words = t('import.running', { done: Math.round(share * total), total });
  return (
    <div className={classes['running']}>
      <p role="status">{words}</p>
      <Progress.Root size={6} radius="xs">
        <Progress.Section value={100 * share} aria-label={words} />
      </Progress.Root>
      <Button
        disabled={stopping}
        onClick={() => {
          setStopping(true);
          control.stop();
        }}
      >
        {t('import.stop')}
      </Button>
    </div>
  );
}
