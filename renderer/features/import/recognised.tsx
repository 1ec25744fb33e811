import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldError } from '../../ui/field-error.js';
import { Segmented } from '../../ui/segmented.js';
import { ENCODINGS } from './decode-text.js';
import { ENCODING_NAMES, PROBLEM_WORDS, SEPARATOR_WORDS } from './import-words.js';
import classes from './import.module.css';
import type { ReadOptions } from './open-file.js';
import { SEPARATORS } from './csv-options.js';
import type { ImportStep } from './use-import.js';

interface RecognisedProps {
  readonly step: Extract<ImportStep, { kind: 'columns' }>;
  readonly onChange: (options: Partial<ReadOptions>) => void;
}

/** How the file was understood; each of it can be said otherwise. */
export function Recognised({ step, onChange }: RecognisedProps) {
  const { t } = useTranslation();
  const { read } = step.open;
  return (
    <section className={classes['section']}>
      <h2>{t('import.recognised')}</h2>
      <div className={classes['reading']}>
        {read.kind === 'csv' ? (
          <>
            <Segmented
              label={t('import.separator')}
              value={read.separator}
              options={SEPARATORS.map((value) => ({ value, label: t(SEPARATOR_WORDS[value]) }))}
              onChange={(separator) => {
                onChange({ separator });
              }}
            />
            <Segmented
              label={t('import.firstRow')}
              value={read.heads ? 'heads' : 'person'}
              options={[
                { value: 'heads', label: t('import.headings') },
                { value: 'person', label: t('import.aPerson') },
              ]}
              onChange={(value) => {
                onChange({ heads: value === 'heads' });
              }}
            />
          </>
        ) : null}
        <Select
          label={t('import.encoding')}
          data={ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] }))}
          value={read.encoding}
          onChange={(value) => {
            const encoding = ENCODINGS.find((one) => one === value);
            if (encoding !== undefined) onChange({ encoding });
          }}
        />
      </div>
      <div aria-live="polite">
        {step.problem === null ? null : (
          <p className={classes['problem']}>
            <FieldError>{t(PROBLEM_WORDS[step.problem.code], { number: Number(step.problem.detail ?? 0) })}</FieldError>
          </p>
        )}
        {read.kind === 'vcard' && read.ignored.length > 0 ? (
          <p className={classes['note']}>{t('import.ignored', { names: read.ignored.join(', ') })}</p>
        ) : null}
      </div>
    </section>
  );
}
