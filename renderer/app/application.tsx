import { RouterProvider } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { useState } from 'react';
import type { Roster } from '../data/roster/rows.js';
import type { Session } from '../data/session.js';
import { SessionProvider, usePreferences, useRoster } from '../data/use-session.js';
import { FirstStartPage } from '../features/settings/first-start-page.js';
import { WhoWorksPage } from '../features/settings/who-works-page.js';
import { FaultBoundary } from './fault-page.js';
import { LookProvider } from './look-provider.js';
import { OutboxProvider } from './outbox-provider.js';
import { SyncRunner } from './sync-runner.js';
import { createAppRouter } from './router.js';
import { screenLanguageOf } from './screen-language.js';
import { ToastHost } from './toast-host.js';
import { WordsProvider } from './words-provider.js';

interface ApplicationProps {
  readonly session: Session;
  readonly translator: i18n;
}

/** The application once journal and working store are open. */
export function Application({ session, translator }: ApplicationProps) {
  return (
    <SessionProvider session={session}>
      <Prepared translator={translator} />
    </SessionProvider>
  );
}

function zoneOf(roster: Roster): string {
  return roster.organisation?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function Prepared({ translator }: { readonly translator: i18n }) {
  const { language, theme, density } = usePreferences();
  const zone = useRoster(zoneOf);
  return (
    <LookProvider theme={theme} density={density}>
      <WordsProvider translator={translator} language={language ?? screenLanguageOf(navigator.languages)} zone={zone}>
        <FaultBoundary>
          <Doors />
        </FaultBoundary>
        <ToastHost />
      </WordsProvider>
    </LookProvider>
  );
}

function hasRecruiter(roster: Roster): boolean {
  return roster.recruiters.size > 0;
}

/** Nobody works unnamed: who it is stands in every change set. */
function Doors() {
  const [router] = useState(createAppRouter);
  const started = useRoster(hasRecruiter);
  const { recruiterId } = usePreferences();
  const working = useRoster(activeRecruiters).some(({ id }) => id === recruiterId);
  if (!started) return <FirstStartPage />;
  if (!working) return <WhoWorksPage />;
  return (
    <OutboxProvider>
      <SyncRunner>
        <RouterProvider router={router} />
      </SyncRunner>
    </OutboxProvider>
  );
}

function activeRecruiters(roster: Roster) {
  return [...roster.recruiters.values()].filter(({ active }) => active);
}
