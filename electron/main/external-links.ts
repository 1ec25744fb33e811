import { dialog, shell } from 'electron';
import type { Translate } from '../../shared/i18n/translate.js';
import { faultLine } from '../services/fault-line.js';
import { decideExternal } from './security.js';

/**
 * Opens a page of the web in the browser. The person asked for it by pressing a button that says so, and the address is the
 * host's own, so nothing is asked again; but it passes the same gate.
 */
export async function openInBrowser(address: string): Promise<boolean> {
  if (decideExternal(address) === 'refuse' || !address.startsWith('https:')) return false;
  try {
    await shell.openExternal(address);
    return true;
  } catch (error) {
    process.stderr.write(`${faultLine('link', error)}\n`);
    return false;
  }
}

/** Opens an address in the browser or the mail program after the person has seen it and said yes; the rest is refused. */
export function offerExternal(address: string, t: Translate): void {
  if (decideExternal(address) === 'refuse') return;
  dialog
    .showMessageBox({
      type: 'question',
      message: t('shell.linkQuestion'),
      detail: address,
      buttons: [t('shell.linkOpen'), t('shell.linkCancel')],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    .then(async ({ response }) => {
      if (response === 0) await shell.openExternal(address);
    })
    .catch((error: unknown) => process.stderr.write(`${faultLine('link', error)}\n`));
}
