import { Button } from '@mantine/core';
import { IconAlertTriangle, IconShieldX } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { consentUntil } from '../../../shared/domain/capture.js';
import { planImport, type ImportPlan } from '../../../shared/domain/import/plan-import.js';
import { ERROR_WORDS, SAYS_WHAT_IS_SAVED } from '../../../shared/i18n/error-words.js';
import { DockedBar } from '../../ui/docked-bar.js';
import form from '../../ui/form-page.module.css';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { FilingFields } from './filing-fields.js';
import classes from './import.module.css';
import { NotFiledList } from './not-filed-list.js';
import type { ImportControl, ImportStep } from './use-import.js';
import { usePlanContext } from './use-plan-context.js';

interface CheckStepProps {
  readonly control: ImportControl;
  readonly step: Extract<ImportStep, { kind: 'check' }>;
  readonly onRun: (plan: ImportPlan) => void;
}

/** As what they are filed, what is said to them, and what becomes of each row, before anything is written. */
export function CheckStep({ control, step, onRun }: CheckStepProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { settings } = control;
  const { read, mapping } = step.open;
  const followed = useDeferredValue(settings); // a choice never waits for thousands of rows
  const context = usePlanContext(followed.fairId, true);
  const plan = useMemo(
    () => planImport(read.table, { ...followed, mapping }, context),
    [read.table, followed, mapping, context],
  );
  const until = formats.calendarDate(consentUntil(context));
  // What was handed in is asked for again as it was.
  const held = step.outcome?.code === 'commit/unknown';
  const count = plan.filed.length + plan.added.length;
  const others = [...plan.filed, ...plan.added].filter(({ draft }) => draft.otherLanguage).length;
  return (
    <>
      <div className={form['fields']}>
        <fieldset className={classes['held']} disabled={held}>
          <div className={form['grid']}>
            <FilingFields settings={settings} onChange={control.change} />
            <section className={classes['consent']}>
              <IconShieldX {...icon} />
              <div>
                <h2>{t('import.noConsentTitle')}</h2>
                <p>{t('import.noConsentText', { until })}</p>
              </div>
            </section>
          </div>
        </fieldset>
        <section className={classes['outcome']} aria-live="polite">
          <h2>{t('import.willBeFiled', { count: plan.filed.length })}</h2>
          {plan.added.length === 0 ? null : <p>{t('import.willBeAdded', { count: plan.added.length })}</p>}
          {others === 0 ? null : <p>{t('import.otherLanguage', { count: others })}</p>}
        </section>
        <NotFiledList title={t('import.leftOut', { count: plan.leftOut.length })} read={read} rows={plan.leftOut} />
      </div>
      <DockedBar label={t('import.title')}>
        <StopWords step={step} />
        {step.outcome === null && plan.leftOut.length > 0 ? (
          <p className={classes['foot']}>{t('import.leftOut', { count: plan.leftOut.length })}</p>
        ) : null}
        <span className={form['end']} />
        {held ? null : <Button onClick={control.back}>{t('common.back')}</Button>}
        <Button
          variant="filled"
          disabled={count === 0 && !held}
          loading={followed !== settings}
          onClick={() => {
            onRun(plan);
          }}
        >
          {held ? t('shell.tryAgain') : t('import.commit', { count })}
        </Button>
      </DockedBar>
    </>
  );
}

function StopWords({ step: { outcome } }: Pick<CheckStepProps, 'step'>) {
  const { t } = useTranslation();
  const code = outcome?.code ?? null;
  if (code === null) return null;
  const reason = t(ERROR_WORDS[code]);
  return (
    <p className={classes['stopped']} role="alert">
      <IconAlertTriangle {...icon} />
      {SAYS_WHAT_IS_SAVED.has(code) ? reason : t('capture.notSaved', { reason })}
    </p>
  );
}
