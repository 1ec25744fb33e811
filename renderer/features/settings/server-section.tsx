import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SyncStanding } from '../../../shared/host/sync-standing.js';
import { useDemoData } from '../../data/demo/use-demo-data.js';
import { useAdministersLaptops } from '../../data/use-administers-laptops.js';
import { useSync } from '../../data/use-sync.js';
import { FormPage, WideField } from '../../ui/form-page.js';
import { TextLink } from '../../ui/links.js';
import { InviteLaptop } from './invite-laptop.js';
import { FormFailure, JoinFields, JoinWait } from './join-fields.js';
import { LeaveServer } from './leave-server.js';
import classes from './server-section.module.css';
import { useJoin } from './use-join.js';

/** The server that this laptop exchanges with: join it, invite others to it, leave it. */
export function ServerSection({ beforeLeaving }: { readonly beforeLeaving?: (() => Promise<boolean>) | undefined }) {
  const { standing } = useSync();
  const mayInvite = useAdministersLaptops();
  const { contents } = useDemoData();
  const hasDemo = contents.people.length + contents.vacancies.length + contents.fairs.length > 0;
  if (standing === null) return hasDemo ? <DemoFirst /> : <JoinForm />;
  return (
    <div className={classes['section']}>
      <LeaveServer standing={standing} beforeLeaving={beforeLeaving} />
      {mayInvite ? <InviteLaptop server={standing.server} ready={isWhole(standing)} /> : null}
    </div>
  );
}

/** Nothing of this laptop is still on its way. */
function isWhole({ unsent, loading, brings }: NonNullable<SyncStanding>): boolean {
  return unsent === 0 && loading === null && !brings;
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

function JoinForm() {
  const { t } = useTranslation();
  const joining = useJoin();
  return (
    <FormPage
      label={t('sync.server')}
      onSubmit={joining.submit}
      report={<FormFailure words={joining.failed} />}
      note={<JoinWait words={joining.waiting} />}
      actions={
        <>
          {joining.joining ? <Button onClick={joining.cancel}>{t('common.cancel')}</Button> : null}
          <Button type="submit" variant="filled" loading={joining.joining}>
            {t('sync.join')}
          </Button>
        </>
      }
    >
      <WideField>
        <p className={classes['intro']}>{t('sync.joinIntro')}</p>
        <p className={classes['intro']}>{t('sync.joinBrings')}</p>
      </WideField>
      <JoinFields of={joining} />
    </FormPage>
  );
}
