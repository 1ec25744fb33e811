import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import type { Delivery } from '../../renderer/data/delivery-watch.js';
import { Observable } from '../../renderer/data/observable.js';
import type { Session } from '../../renderer/data/session.js';
import { DeliveryProvider } from '../../renderer/data/use-delivery.js';
import { InterviewMailProvider } from '../../renderer/data/use-interview-mail.js';
import { SessionProvider } from '../../renderer/data/use-session.js';
import { shareStyleNonce } from '../../renderer/app/style-nonce.js';
import { installTrustedTypes } from '../../renderer/app/trusted-types.js';
import { LookProvider } from '../../renderer/app/look-provider.js';
import { WordsProvider } from '../../renderer/app/words-provider.js';
import { ApplicationHandlingPage } from '../../renderer/features/applications/application-handling-page.js';
import { useInterviewMail } from '../../renderer/features/progress/use-interview-mail.js';
import { createTranslator } from '../../shared/i18n/translate.js';
import { vacancyId } from '../synthetic.js';

installTrustedTypes();
shareStyleNonce();

const IDLE: Delivery = { status: { kind: 'idle' }, sms: { kind: 'idle' }, up: true };

const PATIENCE = 10_000;

/** Puts the list of the vacancy that everybody applies to on the screen, alive. Answers what takes it away. */
export async function showLiveList(session: Session): Promise<() => void> {
  const element = document.createElement('div');
  element.style.cssText = 'display: flex; flex-direction: column; width: 1160px; height: 620px';
  document.body.append(element);
  const root = createRoot(element);
  const router = createListRouter();
  root.render(
    <SessionProvider session={session}>
      <LookProvider theme="light" density="comfortable">
        <WordsProvider translator={createTranslator('en')} language="en" zone="Europe/Oslo">
          <DeliveryProvider of={new Observable(IDLE)}>
            <WithMails>
              <RouterProvider router={router as never} />
            </WithMails>
          </DeliveryProvider>
        </WordsProvider>
      </LookProvider>
    </SessionProvider>,
  );
  const start = performance.now();
  while (element.querySelector('[role="grid"] [role="row"] a') === null) {
    if (performance.now() - start > PATIENCE) throw new Error('the list does not show');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return () => {
    root.unmount();
    element.remove();
  };
}

function WithMails({ children }: { readonly children: ReactNode }) {
  return <InterviewMailProvider of={useInterviewMail()}>{children}</InterviewMailProvider>;
}

function createListRouter() {
  const rootRoute = createRootRoute();
  const list = createRoute({
    getParentRoute: () => rootRoute,
    path: '/vacancies/$vacancyId',
    component: () => <ApplicationHandlingPage vacancyId={vacancyId(0)} section="overview" />,
  });
  const history = createMemoryHistory({ initialEntries: [`/vacancies/${vacancyId(0)}`] });
  return createRouter({ routeTree: rootRoute.addChildren([list]), history });
}
