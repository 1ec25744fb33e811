import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import {
  departmentsOf,
  mayBeAsked,
  type PanelReviewFields,
} from '../../../shared/domain/progress-actions/panel-review.js';
import type { Selection } from '../../../shared/domain/progress-action.js';
import { LANGUAGES, type Language, type RecruiterId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { icon, tagIcon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import type { ActionFormProps } from './mail-action.js';
import classes from './panel-review-form.module.css';
import { ProblemLines } from './problem-lines.js';

type External = PanelReviewFields['external'][number];

/** G-5: colleagues to tick, others to type in, each with the language they are written to, and what they may see and say (R30, T6). */
export function PanelReviewForm({ fields, selection, problems, onChange }: ActionFormProps<PanelReviewFields>) {
  const { t } = useTranslation();
  return (
    <div className={classes['form']}>
      <p className={classes['guide']}>{t('progress.panelGuide')}</p>
      {problems.length === 0 ? null : (
        <div role="alert" className={classes['problems']}>
          <ProblemLines problems={problems} />
        </div>
      )}
      <div className={classes['people']}>
        <Internal internal={fields.internal} selection={selection} onChange={onChange} />
        <Externals external={fields.external} onChange={onChange} />
      </div>
      <fieldset className={classes['group']}>
        <legend>{t('progress.panelReview')}</legend>
        <Checkbox
          label={t('progress.withholdPersonal')}
          description={t('progress.panelWithholdHint')}
          checked={fields.withholdsPersonal}
          onChange={({ currentTarget }) => {
            onChange({ withholdsPersonal: currentTarget.checked });
          }}
        />
        <Checkbox
          label={t('progress.panelNoRating')}
          checked={fields.noRating}
          onChange={({ currentTarget }) => {
            onChange({ noRating: currentTarget.checked });
          }}
        />
        <Checkbox
          label={t('progress.panelNoComments')}
          checked={fields.noComments}
          onChange={({ currentTarget }) => {
            onChange({ noComments: currentTarget.checked });
          }}
        />
        <Checkbox
          label={t('progress.panelNotifies')}
          checked={fields.notifies}
          onChange={({ currentTarget }) => {
            onChange({ notifies: currentTarget.checked });
          }}
        />
      </fieldset>
    </div>
  );
}

type PartProps<Part extends keyof PanelReviewFields> = Pick<PanelReviewFields, Part> &
  Pick<ActionFormProps<PanelReviewFields>, 'onChange'>;

/** Those of the vacancy's department; all of them where nobody belongs to one. */
function Internal({ internal, selection, onChange }: PartProps<'internal'> & { readonly selection: Selection }) {
  const { t } = useTranslation();
  const { language: screen } = useFormats();
  const select = useCallback((roster: Roster) => colleaguesFor(roster, selection), [selection]);
  const colleagues = useRoster(select);
  const change = (recruiterId: RecruiterId, language: Language | null): void => {
    const others = internal.filter((one) => one.recruiterId !== recruiterId);
    const kept = language === null ? others : [...others, { recruiterId, language }];
    const placeOf = (id: RecruiterId) => colleagues.findIndex((one) => one.id === id);
    onChange({ internal: kept.sort((a, b) => placeOf(a.recruiterId) - placeOf(b.recruiterId)) });
  };
  return (
    <fieldset className={classes['group']}>
      <legend>{t('progress.panelInternal')}</legend>
      {colleagues.map(({ id, name, email }) => {
        const language = internal.find(({ recruiterId }) => recruiterId === id)?.language ?? null;
        return (
          <div key={id} className={classes['colleague']}>
            <Checkbox
              label={name}
              description={email.trim() === '' ? t('progress.panelNoAddress') : email}
              checked={language !== null}
              onChange={({ currentTarget }) => {
                change(id, currentTarget.checked ? screen : null);
              }}
            />
            {language === null ? null : (
              <LanguageSelect
                label={t('progress.panelLanguageOf', { name })}
                value={language}
                onChange={(next) => {
                  change(id, next);
                }}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function Externals({ external, onChange }: PartProps<'external'>) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const rows = external.length === 0 ? [{ name: '', address: '', language }] : external;
  const put = (at: number, part: Partial<External>): void => {
    onChange({ external: rows.map((row, place) => (place === at ? { ...row, ...part } : row)) });
  };
  return (
    <fieldset className={classes['group']}>
      <legend>{t('progress.panelExternal')}</legend>
      <p className={classes['guide']}>{t('progress.panelExternalHint')}</p>
      {rows.map((row, at) => (
        <ExternalRow
          // Rows have no name of their own before they are filled in, and none is ever moved.
          key={at}
          row={row}
          number={at + 1}
          onChange={(part) => {
            put(at, part);
          }}
          onRemove={
            external.length === 0
              ? null
              : () => {
                  onChange({ external: external.filter((_, place) => place !== at) });
                }
          }
        />
      ))}
      <Button
        className={classes['add'] ?? ''}
        variant="subtle"
        size="xs"
        leftSection={<IconPlus {...tagIcon} />}
        onClick={() => {
          const last = rows.at(-1)?.language ?? language;
          onChange({ external: [...rows, { name: '', address: '', language: last }] });
        }}
      >
        {t('progress.panelAdd')}
      </Button>
    </fieldset>
  );
}

interface ExternalRowProps {
  readonly row: External;
  readonly number: number;
  readonly onChange: (part: Partial<External>) => void;
  /** Null while there is nothing to remove. */
  readonly onRemove: (() => void) | null;
}

function ExternalRow({ row, number, onChange, onRemove }: ExternalRowProps) {
  const { t } = useTranslation();
  const label = (field: string): string => t('progress.panelOf', { field, number });
  return (
    <div className={classes['external']}>
      <TextInput
        type="email"
        maxLength={254}
        aria-label={label(t('progress.panelAddress'))}
        placeholder={t('progress.panelAddress')}
        value={row.address}
        onChange={({ currentTarget }) => {
          onChange({ address: currentTarget.value });
        }}
      />
      <TextInput
        maxLength={200}
        aria-label={label(t('progress.panelName'))}
        placeholder={t('progress.panelName')}
        value={row.name}
        onChange={({ currentTarget }) => {
          onChange({ name: currentTarget.value });
        }}
      />
      <LanguageSelect
        label={label(t('progress.panelLanguage'))}
        value={row.language}
        onChange={(language) => {
          onChange({ language });
        }}
      />
      {onRemove === null ? null : (
        <ActionIcon aria-label={t('progress.panelRemove', { number })} onClick={onRemove}>
          <IconX {...icon} />
        </ActionIcon>
      )}
    </div>
  );
}

interface LanguageSelectProps {
  readonly label: string;
  readonly value: Language;
  readonly onChange: (language: Language) => void;
}

/** A reviewer has no language in the records: it is chosen here, and begins with that of the screen. */
function LanguageSelect({ label, value, onChange }: LanguageSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={label}
      allowDeselect={false}
      data={LANGUAGES.map((language) => ({ value: language, label: t(LANGUAGE_WORDS[language]) }))}
      value={value}
      onChange={(next) => {
        onChange(LANGUAGES.find((language) => language === next) ?? value);
      }}
    />
  );
}

function colleaguesFor({ recruiters, vacancies }: Roster, selection: Selection) {
  const departments = departmentsOf(selection, (id) => vacancies.get(id) ?? null);
  return [...recruiters.values()]
    .filter((recruiter) => recruiter.active && mayBeAsked(recruiter, departments))
    .sort((a, b) => a.name.localeCompare(b.name));
}
