import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mayRead } from '../../../shared/domain/refuse-read.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { ExportSurvey } from '../../data/export/survey-export.js';
import { useRights } from '../../data/use-rights.js';
import { DropZone } from '../../ui/drop-zone.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats } from '../../ui/formats.js';
import classes from './export-section.module.css';
import { RunProgress } from './run-progress.js';
import section from './text-section.module.css';
import { useReadExport } from './use-read-export.js';

/** The way back of an export: what it would add is said before anything is written. */
export function ReadExportSection() {
  const { t } = useTranslation();
  const allowed = mayRead('export-everything', useRights());
  const { state, look, add, leave, stop } = useReadExport();
  return (
    <section className={section['section']} aria-labelledby="read-export">
      <h2 id="read-export">{t('data.readTitle')}</h2>
      <p>{t('data.readWhat')}</p>
      {state.step === 'choose' ? (
        <DropZone
          title={t('data.readDrop')}
          hint={t('data.readHint')}
          accept=".zip,application/zip"
          disabled={!allowed}
          onFile={(file) => void look(file)}
        />
      ) : null}
      {state.step === 'choose' && state.failed !== null ? (
        <FieldError>{t(ERROR_WORDS[state.failed])}</FieldError>
      ) : null}
      {state.step === 'looking' ? <p role="status">{t('data.reading')}</p> : null}
      {state.step === 'plan' ? (
        <Plan survey={state.survey} onLeave={leave} onAdd={() => void add(state.survey)} />
      ) : null}
      {state.step === 'adding' ? (
        <RunProgress words={t('data.readProgress', state)} done={state.done} total={state.total} onStop={stop} />
      ) : null}
    </section>
  );
}

interface PlanProps {
  readonly survey: ExportSurvey;
  readonly onLeave: () => void;
  readonly onAdd: () => void;
}

/** Record for record what would be added, and what is left out and why. */
function Plan({ survey, onLeave, onAdd }: PlanProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { toAdd, there, erased, invalid, withoutFile, unknownTables, unknownFields } = survey;
  return (
    <div className={classes['plan']}>
      <p>{t('data.readPlan')}</p>
      <ul>
        <li>
          <b>{t('data.readAdds', { count: toAdd })}</b>
        </li>
        {withoutFile === 0 ? null : <li>{t('data.readWithoutFile', { count: withoutFile })}</li>}
        {there === 0 ? null : <li>{t('data.readThere', { count: there })}</li>}
        {erased === 0 ? null : <li>{t('data.readErased', { count: erased })}</li>}
        {invalid === 0 ? null : <li>{t('data.readInvalid', { count: invalid })}</li>}
        {unknownTables.length === 0 ? null : (
          <li>{t('data.readUnknownTables', { names: formats.list(unknownTables) })}</li>
        )}
        {unknownFields.length === 0 ? null : (
          <li>{t('data.readUnknownFields', { names: formats.list(unknownFields) })}</li>
        )}
      </ul>
      {toAdd === 0 ? null : <p>{t('data.readNoUndo')}</p>}
      <div className={classes['foot']}>
        {toAdd === 0 ? null : (
          <Button variant="filled" onClick={onAdd}>
            {t('data.readNow', { count: toAdd })}
          </Button>
        )}
        <Button onClick={onLeave}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
