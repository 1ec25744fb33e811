import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_LIMIT, type CaptureField, type CaptureForm } from '../../../shared/domain/capture.js';
import { CONTACT_LIMITS, type ReadPhone } from '../../../shared/domain/contact-details.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import { useFormats } from '../../ui/formats.js';
import { Segmented } from '../../ui/segmented.js';
import classes from './capture.module.css';
import { ConsentTicks } from './consent-ticks.js';
import { fieldProblem } from './field-problem.js';
import { RatingField } from './rating-field.js';
import { problemOf, type Capture } from './use-capture.js';
import type { Stand } from './use-stand.js';
import { VacancyField } from './vacancy-field.js';

type TextField = Exclude<CaptureField, 'note' | 'city'> & keyof CaptureForm;

interface CaptureFieldsProps {
  readonly capture: Capture;
  readonly stand: Stand;
  readonly readPhone: ReadPhone;
}

/** The fields in the order in which one talks: name, how to reach, school, what for, impression, consent. */
export function CaptureFields({ capture, stand, readPhone }: CaptureFieldsProps) {
  const { t } = useTranslation();
  const { form, change, stop } = capture;
  const phoneKept = form.phone.trim().length > 4 && readPhone(form.phone, form.language) === null;
  const text = (field: TextField) => ({
    name: field,
    size: 'lg' as const,
    maxLength: CONTACT_LIMITS[field],
    value: form[field],
    error: fieldProblem(problemOf(stop, field), CONTACT_LIMITS[field]),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      change({ [field]: event.currentTarget.value });
    },
  });
  return (
    <>
      {/* The form is what this page is for: the cursor stands where one begins to type. */}
      {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
      <TextInput {...text('givenName')} label={t('capture.givenName')} autoFocus />
      <TextInput {...text('familyName')} label={t('capture.familyName')} />
      <TextInput {...text('email')} label={t('capture.email')} inputMode="email" autoCapitalize="none" />
      <TextInput {...text('phone')} label={<PhoneLabel kept={phoneKept} />} inputMode="tel" />
      <TextInput {...text('school')} label={t('capture.school')} className={classes['wide']} />
      {stand.vacancies.length === 0 && form.vacancyId === null ? null : (
        <VacancyField
          value={form.vacancyId}
          vacancies={stand.vacancies}
          onChange={(vacancyId) => {
            change({ vacancyId });
          }}
        />
      )}
      <LanguageField form={form} change={change} />
      <RatingField
        label={<Label words={t('capture.rating')} aside={t('capture.ratingRange')} />}
        value={form.rating}
        onChange={(rating) => {
          change({ rating });
        }}
      />
      <Textarea
        name="note"
        className={classes['wide']}
        size="lg"
        label={t('capture.note')}
        minRows={1}
        maxRows={4}
        maxLength={NOTE_LIMIT}
        value={form.note}
        error={fieldProblem(problemOf(stop, 'note'), NOTE_LIMIT)}
        onChange={(event) => {
          change({ note: event.currentTarget.value });
        }}
      />
      <ConsentTicks form={form} stand={stand} onChange={change} />
    </>
  );
}

function LanguageField({ form, change }: Pick<Capture, 'form' | 'change'>) {
  const { t } = useTranslation();
  const { language: screen } = useFormats();
  const names = new Intl.DisplayNames([screen], { type: 'language' });
  return (
    <Segmented
      size="large"
      label={t('capture.language')}
      value={form.language}
      options={LANGUAGES.map((value) => ({
        value,
        label: (
          <abbr title={names.of(value)} className={classes['code']}>
            {value}
          </abbr>
        ),
      }))}
      onChange={(language) => {
        change({ language });
      }}
    />
  );
}

/** Stands on the label's line, so that the form does not move while the number is typed. */
function PhoneLabel({ kept }: { readonly kept: boolean }) {
  const { t } = useTranslation();
  const aside = kept ? <span className={classes['kept']}>{t('capture.phoneAsTyped')}</span> : t('capture.phoneFor');
  return <Label words={t('capture.phone')} aside={aside} />;
}

function Label({ words, aside }: { readonly words: ReactNode; readonly aside: ReactNode }) {
  return (
    <>
      {words} <span className={classes['aside']}>{aside}</span>
    </>
  );
}
