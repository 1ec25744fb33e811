import { Button, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rightsOf } from '../../../shared/domain/rights.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useDemoData } from '../../data/demo/use-demo-data.js';
import type { Roster } from '../../data/roster/rows.js';
import { usePreferences, useRoster, useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { showToast } from '../../state/ui-store.js';
import { FormPage, WideField } from '../../ui/form-page.js';
import { TextLink } from '../../ui/links.js';
import { useCheckedForm, type Problems } from '../../ui/use-checked-form.js';
import { InviteLaptop } from './invite-laptop.js';
import { readInvitation } from './invitation-link.js';
import { LeaveServer } from './leave-server.js';
import classes from './server-section.module.css';

/** The server that this laptop exchanges with: join it, invite others to it, leave it. */
export function ServerSection() {
  const { standing } = useSync();
  const { recruiterId } = usePreferences();
  const whose = standing?.recruiterId ?? recruiterId;
  const mayInvite = useRoster(
    useCallback(
      ({ recruiters }: Roster) => whose !== null && rightsOf(whose, recruiters).includes('administer'),
      [whose],
    ),
  );
  const { contents } = useDemoData();
  const hasDemo = contents.people.length + contents.vacancies.length + contents.fairs.length > 0;
  if (standing === null) return hasDemo ? <DemoFirst /> : <JoinForm />;
  return (
    <div className={classes['section']}>
      <LeaveServer standing={standing} />
      {mayInvite ? <InviteLaptop server={standing.server} /> : null}
    </div>
  );
}

function DemoFirst() {
  const { t } = useTranslation();
  return (
    <div className={classes['section']}>
      <p>{t('sync.joinIntro')}</p>
      <p>
        {t('sync.demoFirst')} <TextLink to="/settings/demo">{t('sync.toDemo')}</TextLink>
      </p>
    </div>
  );
}

interface JoinValues extends Record<string, unknown> {
  readonly server: string;
  readonly code: string;
  readonly laptop: string;
}

function check({ server, code, laptop }: JoinValues): Problems {
  const isLink = readInvitation(server) !== null;
  return {
    ...(server.trim() === '' ? { server: 'common.required' } : {}),
    ...(isLink || code.trim() !== '' ? {} : { code: 'common.required' }),
    ...(laptop.trim() === '' ? { laptop: 'common.required' } : {}),
  };
}

function JoinForm() {
  const { t } = useTranslation();
  const { host } = useSession();
  const { poke } = useSync();
  const [joining, setJoining] = useState(false);
  const initialValues: JoinValues = { server: '', code: '', laptop: '' };
  const { form, field, submit } = useCheckedForm({ initialValues, check });
  const isLink = readInvitation(form.values.server) !== null;
  const join = async ({ server, code, laptop }: JoinValues): Promise<void> => {
    setJoining(true);
    const where = readInvitation(server) ?? { server, code };
    const answer = await host.call('sync.join', { ...where, laptop: laptop.trim() });
    setJoining(false);
    if (!answer.ok) {
      showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
      return;
    }
    const name = answer.value?.organisation.name ?? '';
    showToast({ text: t('sync.joined', { organisation: name }), name });
    poke();
  };
  return (
    <FormPage
      label={t('sync.server')}
      onSubmit={submit((values) => void join(values))}
      actions={
        <Button type="submit" variant="filled" loading={joining}>
          {t('sync.join')}
        </Button>
      }
    >
      <WideField>
        <p className={classes['intro']}>{t('sync.joinIntro')}</p>
      </WideField>
      <WideField>
        <TextInput
          label={t('sync.address')}
          description={t('sync.addressHint')}
          maxLength={400}
          key={form.key('server')}
          {...field('server')}
        />
      </WideField>
      {isLink ? null : <TextInput label={t('sync.code')} maxLength={40} key={form.key('code')} {...field('code')} />}
      <TextInput
        label={t('sync.laptopName')}
        description={t('sync.laptopNameHint')}
        maxLength={100}
        key={form.key('laptop')}
        {...field('laptop')}
      />
    </FormPage>
  );
}
