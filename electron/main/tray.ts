import { app, Menu, nativeImage, Tray } from 'electron';
import type { i18n } from 'i18next';
import icon from '../../build/tray.png?inline';

/** The sign that a hidden window still sends: shown only then. */
export interface DeskTray {
  show(messages: number): void;
  hide(): void;
}

export function createTray(translator: i18n, open: () => void): DeskTray {
  let tray: Tray | null = null;
  return {
    show(messages) {
      if (tray === null) {
        const image = nativeImage.createEmpty();
        image.addRepresentation({ scaleFactor: 2, dataURL: icon });
        tray = new Tray(image);
        tray.on('click', open);
      }
      const { t } = translator;
      tray.setToolTip(t('shell.trayWaiting', { count: messages }));
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: t('shell.trayWaiting', { count: messages }), enabled: false },
          { label: t('shell.trayOpen'), click: open },
          { type: 'separator' },
          { label: t('shell.menuQuit'), click: () => app.quit() },
        ]),
      );
    },
    hide() {
      tray?.destroy();
      tray = null;
    },
  };
}
