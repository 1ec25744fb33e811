import { Radio, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressLines, ADDRESS_LINES } from '../../../shared/domain/postal-address.js';
import type { LetterFields } from '../../../shared/domain/progress-actions/send-letter.js';
import { LETTER_TEMPLATES } from '../../../shared/records/letter.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { StatusTag } from '../../ui/status-tag.js';
import classes from './letter-form.module.css';
import type { ActionFormProps } from './mail-action.js';
import { ProblemLines } from './problem-lines.js';
import { nameOf } from './selection-of.js';

const MOST_CHARACTERS = 500;

/** Which template (R43), and where each letter goes: a row for each person (C30). */
export function LetterForm({ fields, selection, problems, onChange }: ActionFormProps<LetterFields>) {
  const { t } = useTranslation();
  const { template, addresses } = fields;
  const set = (applicationId: string, address: string): void => {
    onChange({ addresses: { ...addresses, [applicationId]: address } });
  };
  return (
    <div className={classes['form']}>
      <Radio.Group
        label={t('progress.letterTemplate')}
        value={template}
        onChange={(chosen) => {
          const known = LETTER_TEMPLATES.find((one) => one === chosen);
          if (known !== undefined) onChange({ template: known });
        }}
      >
        <div className={classes['templates']}>
          {LETTER_TEMPLATES.map((one) => (
            <Radio key={one} value={one} label={t(`templates.names.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <p className={classes['hint']}>{t('progress.letterHint')}</p>
      {problems.length === 0 ? null : (
        <div role="alert" className={classes['problems']}>
          <ProblemLines problems={problems} />
        </div>
      )}
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('progress.columnApplicant')}</th>
            <th scope="col">{t('progress.columnAddress')}</th>
          </tr>
        </thead>
        <tbody>
          {selection.map((applicant) => {
            const { applicationId, person, status, interviewType } = applicant;
            const typed = addresses[applicationId] ?? person.postalAddress;
            const name = nameOf(applicant);
            return (
              <tr key={applicationId}>
                <th scope="row">
                  <b>{name}</b>
                  <span>{t(LANGUAGE_WORDS[person.language])}</span>
                  <StatusTag status={status} stage={interviewType} />
                </th>
                <td>
                  <Textarea
                    aria-label={t('progress.cell', { column: t('progress.columnAddress'), name })}
                    placeholder={t('progress.addressExample')}
                    autosize
                    minRows={2}
                    maxRows={ADDRESS_LINES + 1}
                    maxLength={MOST_CHARACTERS}
                    autoComplete="off"
                    value={typed}
                    error={problems.length > 0 && addressLines(typed).length > ADDRESS_LINES}
                    onChange={({ currentTarget }) => {
                      set(applicationId, currentTarget.value);
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
