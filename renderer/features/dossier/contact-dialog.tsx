import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTACT_LIMITS, type ContactField, type ContactProblem } from '../../../shared/domain/contact-details.js';
import { ADDRESS_LINES } from '../../../shared/domain/postal-address.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Person } from '../../../shared/records/person.js';
import { LANGUAGES, type PersonId } from '../../../shared/records/primitives.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { Dialog } from '../../ui/dialog.js';
import { FieldError } from '../../ui/field-error.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import classes from './contact-dialog.module.css';
import { useContactForm, type ContactForm, type EditablePerson } from './use-contact-form.js';

const PROBLEM_WORDS = {
  'name-missing': 'capture.nameMissing',
  'contact-missing': 'capture.contactMissing',
  'email-invalid': 'common.invalidEmail',
  'phone-invalid': 'capture.phoneInvalid',
  'too-long': 'common.tooLong',
} as const satisfies Record<ContactProblem['code'], MessageKey>;

const FIELDS = [
  { field: 'givenName', label: 'capture.givenName' },
  { field: 'familyName', label: 'capture.familyName' },
  { field: 'email', label: 'capture.email' },
  { field: 'phone', label: 'capture.phone' },
  { field: 'school', label: 'capture.school' },
  { field: 'city', label: 'capture.city' },
] as const satisfies readonly { readonly field: ContactField; readonly label: MessageKey }[];

interface ContactDialogProps {
  readonly personId: PersonId;
  /** As the details stand at this moment, whoever changed them. */
  readonly now: Person;
  /** Where letters go, as it stands at this moment. */
  readonly address: string;
  readonly onClose: () => void;
}

/** Contact details for changing. What somebody else changes meanwhile is shown beside what was typed. */
export function ContactDialog({ personId, now, address, onClose }: ContactDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const opened = useLoaded(useCallback(() => session.edit('person', personId), [session, personId]));
  return (
    <Dialog opened onClose={onClose} title={t('dossier.editContact')} size={640}>
      {opened.status === 'ready' && opened.value !== null ? (
        <ContactFields opened={opened.value} now={now} address={address} onClose={onClose} />
      ) : null}
    </Dialog>
  );
}

interface ContactFieldsProps extends Pick<ContactDialogProps, 'now' | 'address' | 'onClose'> {
  readonly opened: EditablePerson;
}

function ContactFields({ opened, now, address, onClose }: ContactFieldsProps) {
  const { t } = useTranslation();
  const form = useContactForm(opened, { person: now, address }, onClose);
  return (
    <form
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      {FIELDS.map(({ field, label }, at) => (
        <ContactInput key={field} form={form} field={field} label={t(label)} first={at === 0} />
      ))}
      <Select
        label={t('capture.language')}
        data={LANGUAGES.map((value) => ({ value, label: t(LANGUAGE_WORDS[value]) }))}
        value={form.values.language}
        onChange={(value) => {
          form.change('language', LANGUAGES.find((known) => known === value) ?? form.values.language);
        }}
      />
      <Textarea
        className={classes['wide'] ?? ''}
        label={t('dossier.postalAddress')}
        description={t('dossier.postalAddressHint')}
        autosize
        minRows={2}
        maxRows={ADDRESS_LINES}
        maxLength={500}
        value={form.address.typed}
        error={
          form.address.tooLong ? (
            <FieldError>{t('dossier.postalAddressLong', { max: ADDRESS_LINES })}</FieldError>
          ) : null
        }
        onChange={({ currentTarget }) => {
          form.address.change(currentTarget.value);
        }}
      />
      <footer>
        {form.stop === null ? null : (
          <p role="alert">{form.stop === 'commit/stale' ? t('dossier.staleHelp') : t(ERROR_WORDS[form.stop])}</p>
        )}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={form.saving}>
          {t('common.saveChanges')}
        </Button>
      </footer>
    </form>
  );
}

interface ContactInputProps {
  readonly form: ContactForm;
  readonly field: ContactField;
  readonly label: string;
  readonly first: boolean;
}

function ContactInput({ form, field, label, first }: ContactInputProps) {
  const { t } = useTranslation();
  const problem = form.problems.find((one) => one.field === field);
  const standsNow = form.changedMeanwhile(field);
  return (
    <div className={field === 'school' ? classes['wide'] : undefined}>
      <TextInput
        label={label}
        data-autofocus={first || undefined}
        maxLength={CONTACT_LIMITS[field]}
        value={form.values[field]}
        onChange={(event) => {
          form.change(field, event.currentTarget.value);
        }}
        error={
          problem === undefined ? null : (
            <FieldError>{t(PROBLEM_WORDS[problem.code], { max: CONTACT_LIMITS[field] })}</FieldError>
          )
        }
      />
      {standsNow === null ? null : (
        <p className={classes['now']}>
          {standsNow === '' ? t('dossier.standsEmpty') : t('dossier.standsNow', { value: standsNow })}{' '}
          <button
            type="button"
            onClick={() => {
              form.change(field, standsNow);
            }}
          >
            {t('dossier.takeOver')}
          </button>
        </p>
      )}
    </div>
  );
}
