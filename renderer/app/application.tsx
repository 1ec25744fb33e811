import { RouterProvider } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { useEffect, useState } from 'react';
import type { Roster } from '../data/roster/rows.js';
import type { Session } from '../data/session.js';
import { SessionProvider, usePreferences, useRoster, useSession } from '../data/use-session.js';
import { useSync } from '../data/use-sync.js';
import { FirstStartPage } from '../features/settings/first-start-page.js';
import { FirstLoadPage } from '../features/settings/join-page.js';
import { WhoWorksPage } from '../features/settings/who-works-page.js';
import { FaultBoundary } from './fault-page.js';
import { LookProvider } from './look-provider.js';
import { OutboxProvider } from './outbox-provider.js';
import { RetentionRunner } from './retention-runner.js';
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
          <SyncRunner>
            <Doors />
          </SyncRunner>
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
  const { standing } = useSync();
  const started = useRoster(hasRecruiter);
  const { recruiterId } = usePreferences();
  const working = useRoster(activeRecruiters).some(({ id }) => id === recruiterId);
  useWhoseLaptop(working ? null : (standing?.recruiterId ?? null));
  if (working) {
    return (
      <OutboxProvider>
        <RetentionRunner />
        <RouterProvider router={router} />
      </OutboxProvider>
    );
  }
  if (standing !== null && standing.loading !== null) return <FirstLoadPage standing={standing} />;
  return started ? <WhoWorksPage /> : <FirstStartPage />;
}

/** On a laptop that one recruiter was invited with, nobody is asked who works. */
function useWhoseLaptop(whose: string | null): void {
  const session = useSession();
  const isHere = useRoster(activeRecruiters).some(({ id }) => id === whose);
  useEffect(() => {
    if (whose !== null && isHere) void session.setPreferences({ recruiterId: whose });
  }, [session, whose, isHere]);
}

function activeRecruiters(roster: Roster) {
  return [...roster.recruiters.values()].filter(({ active }) => active);
}
