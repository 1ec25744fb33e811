import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page-head.js';
import { DemoDataSection } from './demo-data-section.js';
import { LaptopSection } from './laptop-section.js';
import { MailSection } from './mail-section.js';
import { OrganisationSection } from './organisation-section.js';
import { RecruiterSection } from './recruiter-section.js';
import classes from './settings-page.module.css';

export type SettingsSection = 'organisation' | 'recruiters' | 'mail' | 'laptop' | 'demo';

interface SettingsPageProps {
  readonly section: SettingsSection;
  /** Delivery may have waited for this. */
  readonly onMailAccountSaved?: (() => void) | undefined;
}

const SECTIONS = [
  { section: 'organisation', to: '/settings', word: 'settings.organisation' },
  { section: 'recruiters', to: '/settings/recruiters', word: 'settings.recruiters' },
  { section: 'mail', to: '/settings/mail', word: 'settings.mail' },
  { section: 'laptop', to: '/settings/laptop', word: 'settings.laptop' },
  { section: 'demo', to: '/settings/demo', word: 'settings.demo' },
] as const satisfies readonly { section: SettingsSection; to: string; word: string }[];

/** Organisation, recruiters, mail, this laptop, demo data. */
export function SettingsPage({ section, onMailAccountSaved }: SettingsPageProps) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('settings.title')} />
      <nav className={classes['tabs']} aria-label={t('settings.sections')}>
        {SECTIONS.map(({ section: other, to, word }) => (
          <Link key={other} to={to} activeOptions={{ exact: true }}>
            {t(word)}
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
    case 'mail':
      return <MailSection onSaved={onMailAccountSaved} />;
    case 'laptop':
      return <LaptopSection />;
    case 'demo':
      return (
        <div className={classes['padded']}>
          <DemoDataSection />
        </div>
      );
  }
}
