import { Outlet, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasRight } from '../data/use-rights.js';
import { useShortcut } from '../state/shortcuts.js';
import { setPaletteOpen, setShortcutsOpen } from '../state/ui-store.js';
import { InterviewMailProvider } from '../data/use-interview-mail.js';
import { useInterviewMail } from '../features/progress/use-interview-mail.js';
import { AnswersHost } from '../features/answers/answers-host.js';
import { CodeHost } from '../features/answers/code-host.js';
import { ErasureHost } from '../features/erasure/erasure-host.js';
import { CompareHost } from '../features/duplicates/compare-host.js';
import { LettersHost } from '../features/letters/letters-host.js';
import { MeetingHost } from '../features/meeting/meeting-host.js';
import { ProgressHost } from '../features/progress/progress-host.js';
import { ReminderHost } from '../features/progress/reminder-dialog.js';
import { JournalNotice } from './journal-notice.js';
import { Palette } from './palette.js';
import { Rail } from './rail.js';
import classes from './shell.module.css';
import { ShortcutsDialog } from './shortcuts-dialog.js';
import { TitleBar } from './title-bar.js';
import { useImportDrop } from './use-import-drop.js';
import { useKeyboard } from './use-keyboard.js';
import { useRouteFocus } from './use-route-focus.js';
import { useSyncKey } from './use-sync-key.js';

/** What stands around every page: title bar, rail, palette, toast, and the keys that work everywhere. */
export function Shell() {
  const { t } = useTranslation();
  useKeyboard();
  useRouteFocus();
  useGlobalShortcuts();
  useImportDrop();
  return (
    <div className={classes['shell']}>
      <a
        className={classes['skip']}
        href="#main"
        onClick={(event) => {
          event.preventDefault(); // the address belongs to the router
          document.getElementById('main')?.focus();
        }}
      >
        {t('shell.skip')}
      </a>
      <TitleBar />
      <Rail />
      <main id="main" className={classes['main']} tabIndex={-1}>
        <JournalNotice />
        <InterviewMailProvider of={useInterviewMail()}>
          <Outlet />
          <MeetingHost />
        </InterviewMailProvider>
      </main>
      <ProgressHost />
      <ReminderHost />
      <LettersHost />
      <ErasureHost />
      <CompareHost />
      <AnswersHost />
      <CodeHost />
      <Palette />
      <ShortcutsDialog />
    </div>
  );
}

function useGlobalShortcuts(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayAdd = useHasRight('add-candidates');
  const capture = (): void => void navigate({ to: '/capture' });
  useShortcut(mayAdd ? { keys: 'N', label: t('shell.capture'), scope: 'everywhere', run: capture } : null);
  useShortcut({
    keys: 'Mod+K',
    label: t('shell.palette'),
    scope: 'everywhere',
    run: () => {
      setPaletteOpen(true);
    },
  });
  useShortcut({
    keys: 'Mod+,',
    label: t('shell.settings'),
    scope: 'everywhere',
    run: () => void navigate({ to: '/settings' }),
  });
  useSyncKey();
  useShortcut({
    keys: '?',
    label: t('shell.shortcuts'),
    scope: 'everywhere',
    run: () => {
      setShortcutsOpen(true);
    },
  });
}
