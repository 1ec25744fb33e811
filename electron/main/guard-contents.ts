import type { WebContents } from 'electron';
import type { Translate } from '../../shared/i18n/translate.js';
import { offerExternal } from './external-links.js';
import { decideFrameNavigation, decideNavigation } from './security.js';

/** Keeps a page where it is: no other address, no new window, no embedded browser. Links outside are offered, never opened. */
export function guardContents(contents: WebContents, t: Translate): void {
  contents.on('will-navigate', (event) => {
    if (decideNavigation(event.url) === 'allow') return;
    event.preventDefault();
    offerExternal(event.url, t);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && decideFrameNavigation(event.url) !== 'allow') event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    const decide = event.isMainFrame ? decideNavigation : decideFrameNavigation;
    if (decide(event.url) !== 'allow') event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    offerExternal(url, t);
    return { action: 'deny' };
  });
}
