import { ipcMain } from 'electron';
import { CHANNELS } from '../../shared/host/contract.js';
import { dispatch, type Handlers, type ReportFault } from '../../shared/host/dispatch.js';
import { failure } from '../../shared/lib/result.js';
import { isTrustedSender } from './security.js';

/** Before every channel's name: the preload can reach these, and nothing else that may ever listen. */
export const CALL_PREFIX = 'fairdesk:';

/**
 * Serves the contract over Electron's channels. One channel for each call, so that Electron itself refuses a name that is
 * not in the contract.
 */
export function registerCalls(handlers: Handlers, report: ReportFault): void {
  for (const channel of CHANNELS) {
    ipcMain.handle(`${CALL_PREFIX}${channel}`, async ({ senderFrame }, input: unknown) => {
      const sender = senderFrame === null ? null : { url: senderFrame.url, isTop: senderFrame.parent === null };
      if (!isTrustedSender(sender)) return failure('host/not-allowed');
      return await dispatch(handlers, channel, input, report);
    });
  }
}
