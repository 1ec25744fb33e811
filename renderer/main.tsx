import './app/schemas-without-eval.js';
import '@fontsource-variable/inter/opsz.css';
import '@mantine/core/styles.layer.css';
import './ui/tokens.css';
import './ui/global.css';
import { createRoot } from 'react-dom/client';
import { createTranslator } from '../shared/i18n/translate.js';
import { openWork } from './app/open-work.js';
import { screenLanguageOf } from './app/screen-language.js';
import { Start, type StartListener } from './app/start.js';
import { shareStyleNonce } from './app/style-nonce.js';
import { installTrustedTypes } from './app/trusted-types.js';

installTrustedTypes();
shareStyleNonce();

const translator = createTranslator(screenLanguageOf(navigator.languages));

/** Stable: the start opens once. */
function open(listener: StartListener) {
  return openWork(translator, listener);
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(<Start translator={translator} open={open} />);
