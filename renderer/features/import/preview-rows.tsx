import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactDetails } from '../../../shared/domain/contact-details.js';
import { planImport } from '../../../shared/domain/import/plan-import.js';
import type { ImportDraft } from '../../../shared/domain/import/read-row.js';
import { phoneForReading } from '../../data/phone-number.js';
import { FieldError } from '../../ui/field-error.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { reasonWords } from './import-words.js';
import classes from './import.module.css';
import type { FilingSettings, OpenImport } from './use-import.js';
import { usePlanContext } from './use-plan-context.js';

const SHOWN = 5;

interface PreviewRowsProps {
  readonly open: OpenImport;
  readonly settings: FilingSettings;
}

/** The first five rows as they will be filed, or why they will not. Who is on file already is looked up in the next step. */
export function PreviewRows({ open, settings }: PreviewRowsProps) {
  const { t } = useTranslation();
  const context = usePlanContext(settings.fairId, false);
  const { table } = open.read;
  const plan = useMemo(
    () =>
      planImport(
        { ...table, rows: table.rows.slice(0, SHOWN) },
        { ...settings, mapping: open.mapping, known: 'file' },
        context,
      ),
    [table, open.mapping, settings, context],
  );
  const rows = [
    ...plan.filed.map(({ row, draft, contact }) => ({ row, draft: { ...draft, ...contact }, reasons: '' })),
    ...plan.leftOut.map(({ row, draft, reasons }) => ({ row, draft, reasons: reasonWords(t, reasons) })),
  ].sort((one, other) => one.row.number - other.row.number);
  return (
    <section className={classes['section']}>
      <h2>{t('import.preview', { count: rows.length })}</h2>
      <ul className={classes['preview']} aria-label={t('import.preview', { count: rows.length })}>
        {rows.map(({ row, draft, reasons }) => (
          <li key={row.number} data-out={reasons !== '' || undefined}>
            <span className={classes['number']}>{row.number}</span>
            <Person draft={draft} />
            {reasons === '' ? null : (
              <p className={classes['problem']}>
                <FieldError>{reasons}</FieldError>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person({ draft }: { readonly draft: ImportDraft & ContactDetails }) {
  const { t } = useTranslation();
  const { givenName, familyName, email, phone, school, city, language, postalAddress, note } = draft;
  const name = `${givenName} ${familyName}`.trim();
  const reach = [email, phone === '' ? '' : phoneForReading(phone)].filter(Boolean);
  const about = [school, city, postalAddress.replaceAll('\n', ', '), t(LANGUAGE_WORDS[language])].filter(Boolean);
  return (
    <div className={classes['person']}>
      <p>
        {name === '' ? null : <b>{name}</b>} <span>{reach.join(' · ')}</span>
      </p>
      <p>{about.join(' · ')}</p>
      {note === '' ? null : <p className={classes['cut']}>{note}</p>}
    </div>
  );
}
