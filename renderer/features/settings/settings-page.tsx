import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
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
import { StepSection } from './step-section.js';

export type SettingsSection =
  'organisation' | 'recruiters' | 'reasons' | 'steps' | 'contracts' | 'mail' | 'laptop' | 'data' | 'demo';

interface SettingsPageProps {
  readonly section: SettingsSection;
  /** Delivery may have waited for this. */
  readonly onMailAccountSaved?: (() => void) | undefined;
}

const WORDS = {
  organisation: 'settings.organisation',
  recruiters: 'settings.recruiters',
  reasons: 'settings.reasons',
  steps: 'settings.steps',
  contracts: 'settings.contracts',
  mail: 'settings.mail',
  laptop: 'settings.laptop',
  data: 'data.title',
  demo: 'settings.demo',
} as const satisfies Record<SettingsSection, MessageKey>;

const SECTIONS = [
  { section: 'organisation', to: '/settings' },
  { section: 'recruiters', to: '/settings/recruiters' },
  { section: 'reasons', to: '/settings/reasons' },
  { section: 'steps', to: '/settings/steps' },
  { section: 'contracts', to: '/settings/contracts' },
  { section: 'mail', to: '/settings/mail' },
  { section: 'laptop', to: '/settings/laptop' },
  { section: 'data', to: '/settings/data' },
  { section: 'demo', to: '/settings/demo' },
] as const satisfies readonly { section: SettingsSection; to: string }[];

/** Organisation, recruiters, rejection reasons, own steps, mail, this laptop, what is exported, demo data. */
export function SettingsPage({ section, onMailAccountSaved }: SettingsPageProps) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('settings.title')} windowTitle={t(WORDS[section])} />
      <nav className={classes['tabs']} aria-label={t('settings.sections')}>
        {SECTIONS.map(({ section: other, to }) => (
          <Link key={other} to={to} activeOptions={{ exact: true }}>
            {t(WORDS[other])}
          </Link>
        ))}
      </nav>
      <Section section={section} onMailAccountSaved={onMailAccountSaved} />
    </>
  );
}

function Section({ section, onMailAccountSaved }: SettingsPageProps) {
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
      return <MailSection onSaved={onMailAccountSaved} />;
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
