import '@fontsource-variable/inter/opsz.css';
import '@mantine/core/styles.layer.css';
import './ui/tokens.css';
import './ui/global.css';
import { createRoot } from 'react-dom/client';
import { createTranslator } from '../shared/i18n/translate.js';
import { screenLanguageOf } from './app/screen-language.js';
import { Start, type StartProgress } from './app/start.js';
import { shareStyleNonce } from './app/style-nonce.js';
import { installTrustedTypes } from './app/trusted-types.js';
import { connectHost } from './data/connect-host.js';
import { openSession } from './data/session.js';
import { showToast } from './state/ui-store.js';

installTrustedTypes();
shareStyleNonce();

const translator = createTranslator(screenLanguageOf(navigator.languages));

/** Opens the work and sees to it that what is typed reaches the host before the window goes. */
async function open(onProgress: (progress: StartProgress) => void) {
  const opened = await openSession(connectHost(), {
    now: () => Date.now(),
    onProgress,
    onDamage: () => {
      showToast({ text: translator.t('errors.storeDamaged'), tone: 'problem' });
    },
  });
  if (opened.ok) {
    const { drafts } = opened.value;
    window.addEventListener('pagehide', () => void drafts.flush());
  }
  return opened;
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(<Start translator={translator} open={open} />);
