import type { Session } from 'electron';
import { decideDownload, decidePermission, decideRequest } from './security.js';

/** Hangs the decisions of `security.ts` on a session, before anything is loaded in it. */
export function guardSession(session: Session, developing: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(decidePermission(permission, details.requestingUrl) === 'allow'),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => decidePermission(permission, origin) === 'allow',
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const)
    session.on(event as 'select-hid-device', (chosen) => chosen.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: decideRequest(url, developing) !== 'allow' }),
  );
  session.on('will-download', (event, item) => {
    if (decideDownload(item.getURL()) !== 'allow') event.preventDefault();
    // What breaks off is not kept for another try: half an export would lie about, readable by anybody.
    item.on('updated', (_updated, state) => {
      if (state === 'interrupted') item.cancel();
    });
  });
  // The dictionary would be fetched from a server, and keeps what was typed.
  session.setSpellCheckerEnabled(false);
}
