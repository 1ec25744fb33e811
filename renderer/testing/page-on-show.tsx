import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createTranslator } from '../../shared/i18n/translate.js';
import type { Language } from '../../shared/records/primitives.js';
import type { Delivery } from '../data/delivery-watch.js';
import { Observable } from '../data/observable.js';
import type { Session } from '../data/session.js';
import { DeliveryProvider } from '../data/use-delivery.js';
import { InterviewMailProvider } from '../data/use-interview-mail.js';
import { SessionProvider } from '../data/use-session.js';
import { MeetingHost } from '../features/meeting/meeting-host.js';
import { ReminderHost } from '../features/progress/reminder-dialog.js';
import { useInterviewMail } from '../features/progress/use-interview-mail.js';
import { forgetDossierTab } from '../state/dossier-tab.js';
import { closeMeeting } from '../state/meeting-request.js';
import { closeReminder } from '../state/reminder-request.js';
import { FormatsProvider } from '../ui/formats.js';
import { listenForShortcuts } from './listen-for-shortcuts.js';

interface Around {
  readonly width?: number;
  readonly height?: number;
  /** Of the words; English where nothing is said. */
  readonly language?: Language;
  /** What delivery does meanwhile. */
  readonly delivery?: Partial<Delivery>;
}

const IDLE: Delivery = { status: { kind: 'idle' }, sms: { kind: 'idle' }, up: true };

let hide: (() => Promise<void>) | null = null;

/** Shows a page with its routes, with everything around it but the shell, until `hidePage`. */
export function showPage(
  session: Session,
  router: unknown,
  { width = 1100, height = 600, language = 'en', delivery = {} }: Around = {},
): void {
  const element = document.createElement('div');
  element.style.cssText = `display:flex;flex-direction:column;height:${height.toString()}px;width:${width.toString()}px`;
  document.body.append(element);
  const root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <MantineProvider env="test">
        <I18nextProvider i18n={createTranslator(language)}>
          <FormatsProvider language={language} zone="Europe/Oslo">
            <DeliveryProvider of={new Observable<Delivery>({ ...IDLE, ...delivery })}>
              <WithMails>
                <RouterProvider router={router as never} InnerWrap={WithMeeting} />
              </WithMails>
            </DeliveryProvider>
          </FormatsProvider>
        </I18nextProvider>
      </MantineProvider>
    </SessionProvider>,
  );
  const endShortcuts = listenForShortcuts();
  hide = async () => {
    root.unmount();
    closeMeeting();
    closeReminder();
    forgetDossierTab();
    endShortcuts();
    await session.close();
    document.body.replaceChildren();
  };
}

/** As the shell does. */
function WithMails({ children }: { readonly children: ReactNode }) {
  return <InterviewMailProvider of={useInterviewMail()}>{children}</InterviewMailProvider>;
}

function WithMeeting({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {children}
      <MeetingHost />
      <ReminderHost />
    </>
  );
}

/** Takes the page away and closes its session, as a restart does. */
export async function hidePage(): Promise<void> {
  await hide?.();
  hide = null;
}
