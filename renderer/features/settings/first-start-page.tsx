import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS, type ErrorCode } from '../../../shared/i18n/error-words.js';
import { countryOfZone, longestConsentMonths } from '../../../shared/domain/retention-rules.js';
import { isEmailAddress } from '../../../shared/domain/email-address.js';
import type { Result } from '../../../shared/lib/result.js';
import { SHIPPED_REJECTION_REASONS } from '../../../shared/records/rejection-reason.js';
import { ORGANISATION_ID } from '../../../shared/records/organisation.js';
import { RecruiterIdSchema } from '../../../shared/records/primitives.js';
import { RIGHTS } from '../../../shared/records/recruiter.js';
import { createRecord } from '../../data/edit-record.js';
import type { Session } from '../../data/session.js';
import { useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { StandalonePage } from '../../ui/standalone-page.js';
import { useCheckedForm, type Problems } from '../../ui/use-checked-form.js';
import classes from './first-start-page.module.css';
import { FormFailure } from './join-fields.js';
import { JoinPage } from './join-page.js';
import { LanguageChoice } from './language-choice.js';
import { ZONES } from './zones.js';

interface FirstStartValues extends Record<string, unknown> {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly zone: string;
}

const START: Pick<FirstStartValues, 'name' | 'email' | 'zone'> = {
  name: '',
  email: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

function check({ name, email, organisation }: FirstStartValues): Problems {
  return {
    ...(name.trim() === '' ? { name: 'common.required' } : {}),
    ...(email !== '' && !isEmailAddress(email) ? { email: 'common.invalidEmail' } : {}),
    ...(organisation.trim() === '' ? { organisation: 'common.required' } : {}),
  };
}

/** The very first start: who is working here, and for whom, or with which colleagues. The first recruiter is the administrator (G-9). */
export function FirstStartPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [joins, setJoins] = useState(false);
  const organisation = useSync().standing?.organisation.name ?? null;
  const initialValues: FirstStartValues = { ...START, organisation: organisation ?? '' };
  const { field, submit } = useCheckedForm({ initialValues, check });
  const save = async (values: FirstStartValues): Promise<void> => {
    const started = await begin(session, values);
    setFailed(started.ok ? null : started.code);
  };
  const back = (): void => {
    setJoins(false);
  };
  if (joins && organisation === null) return <JoinPage onBack={back} />;
  return (
    <StandalonePage title={t('settings.welcome')}>
      <p>{organisation === null ? t('settings.welcomeText') : t('sync.firstHere', { organisation })}</p>
      <form className={classes['form']} onSubmit={submit((values) => void save(values))} autoComplete="off" noValidate>
        <LanguageChoice size="large" />
        <TextInput size="lg" label={t('settings.yourName')} maxLength={200} data-autofocus {...field('name')} />
        <TextInput
          size="lg"
          type="email"
          label={`${t('settings.yourEmail')} (${t('common.optional')})`}
          maxLength={254}
          {...field('email')}
        />
        <TextInput size="lg" label={t('settings.organisationName')} maxLength={200} {...field('organisation')} />
        <Select
          size="lg"
          label={t('settings.zone')}
          description={t('settings.zoneHint')}
          data={[...ZONES]}
          searchable
          {...field('zone')}
        />
        <FormFailure words={failed === null ? null : t(ERROR_WORDS[failed])} />
        <div className={classes['actions']}>
          <Button type="submit" variant="filled" size="xl">
            {t('settings.startWorking')}
          </Button>
          {organisation === null ? (
            <Button
              size="xl"
              onClick={() => {
                setJoins(true);
              }}
            >
              {t('sync.joinColleagues')}
            </Button>
          ) : null}
        </div>
      </form>
    </StandalonePage>
  );
}

async function begin(session: Session, values: FirstStartValues): Promise<Result<unknown, ErrorCode>> {
  const recruiterId = RecruiterIdSchema.parse(session.newId());
  const country = countryOfZone(values.zone);
  const organisation = createRecord('organisation', ORGANISATION_ID, null, {
    name: values.organisation.trim(),
    zone: values.zone,
    letterhead: '',
    accent: null,
    departments: [],
    positions: [],
    retentionMonths: Math.min(24, longestConsentMonths(country)),
    country,
    retentionDays: null,
    undoSeconds: 30,
    rejectionReasons: [...SHIPPED_REJECTION_REASONS],
    ownSteps: [],
  });
  const recruiter = createRecord('recruiter', recruiterId, null, {
    name: values.name.trim(),
    email: values.email.trim(),
    rights: [...RIGHTS],
    departments: [],
    active: true,
    demo: false,
  });
  // Who works here first, so that the page that follows knows; an unused id does no harm if saving then fails.
  const chosen = await session.setPreferences({ recruiterId });
  if (!chosen.ok) return chosen;
  return await session.commit({ action: 'first-start', changes: [organisation, recruiter] });
}
