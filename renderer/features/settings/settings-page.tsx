import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page-head.js';
import { ContractSection } from './contract-section.js';
import { DemoDataSection } from './demo-data-section.js';
import { DataSection } from './data-section.js';
import { LaptopSection } from './laptop-section.js';
import { MailSection } from './mail-section.js';
import { OrganisationSection } from './organisation-section.js';
import { ReasonSection } from './reason-section.js';
import { RecruiterSection } from './recruiter-section.js';
import classes from './settings-page.module.css';
import { ServerSection } from './server-section.js';
import { SETTINGS_SECTIONS, type SettingsSection } from './settings-sections.js';
import { SmsSection } from './sms-section.js';
import { StepSection } from './step-section.js';

interface SettingsPageProps {
  readonly section: SettingsSection;
  /** Delivery may have waited for this. */
  readonly onAccountSaved?: (() => void) | undefined;
  /** Just before the laptop leaves its server; false: it must not. */
  readonly beforeLeaving?: (() => Promise<boolean>) | undefined;
}

/** Organisation, recruiters, rejection reasons, own steps, mail, SMS, the server, this laptop, what is exported, demo data. */
export function SettingsPage({ section, ...ways }: SettingsPageProps) {
  const { t } = useTranslation();
  const open = SETTINGS_SECTIONS.find((one) => one.section === section);
  return (
    <>
      <PageHead title={t('settings.title')} windowTitle={t(open?.word ?? 'settings.title')} />
      <nav className={classes['tabs']} aria-label={t('settings.sections')}>
        {SETTINGS_SECTIONS.map(({ section: other, to, word }) => (
          <Link key={other} to={to} activeOptions={{ exact: true }}>
            {t(word)}
          </Link>
        ))}
      </nav>
      <Section section={section} {...ways} />
    </>
  );
}

function Section({ section, onAccountSaved, beforeLeaving }: SettingsPageProps) {
  switch (section) {
    case 'organisation':
      return <OrganisationSection />;
    case 'recruiters':
      return <RecruiterSection />;
    case 'reasons':
      return <ReasonSection />;
    case 'steps':
      return <StepSection />;
    case 'contracts':
      return <ContractSection />;
    case 'mail':
      return <MailSection onSaved={onAccountSaved} />;
    case 'sms':
      return <SmsSection onSaved={onAccountSaved} />;
    case 'server':
      return <ServerSection beforeLeaving={beforeLeaving} />;
    case 'laptop':
      return <LaptopSection />;
    case 'data':
      return (
        <div className={classes['padded']}>
          <DataSection />
        </div>
      );
    case 'demo':
      return (
        <div className={classes['padded']}>
          <DemoDataSection />
        </div>
      );
  }
}
