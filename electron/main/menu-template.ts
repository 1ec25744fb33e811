import type { MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../../shared/i18n/translate.js';

/**
 * The menu as a plain value. Roles bring their keys with them (on macOS, ⌘C works because Edit has a Copy); their words are
 * ours, because Electron has them in English only.
 */
export function menuTemplate(t: Translate, platform: NodeJS.Platform, packaged: boolean): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const ofApplication: MenuItemConstructorOptions = {
    label: 'Fairdesk',
    submenu: [
      { role: 'about', label: t('shell.menuAbout') },
      separator,
      { role: 'hide', label: t('shell.menuHide') },
      { role: 'hideOthers', label: t('shell.menuHideOthers') },
      { role: 'unhide', label: t('shell.menuShowAll') },
      separator,
      { role: 'quit', label: t('shell.menuQuit') },
    ],
  };
  return [
    ...(mac ? [ofApplication] : []),
    {
      label: t('shell.menuFile'),
      submenu: [
        { role: 'close', label: t('shell.menuClose') },
        ...(mac ? [] : [{ role: 'quit', label: t('shell.menuQuit') } as const]),
      ],
    },
    {
      label: t('shell.menuEdit'),
      submenu: [
        { role: 'undo', label: t('shell.menuUndo') },
        { role: 'redo', label: t('shell.menuRedo') },
        separator,
        { role: 'cut', label: t('shell.menuCut') },
        { role: 'copy', label: t('shell.menuCopy') },
        { role: 'paste', label: t('shell.menuPaste') },
        { role: 'selectAll', label: t('shell.menuSelectAll') },
      ],
    },
    {
      label: t('shell.menuView'),
      submenu: [
        { role: 'zoomIn', label: t('shell.menuZoomIn') },
        { role: 'zoomOut', label: t('shell.menuZoomOut') },
        { role: 'resetZoom', label: t('shell.menuZoomReset') },
        separator,
        { role: 'togglefullscreen', label: t('shell.menuFullScreen') },
        ...(packaged ? [] : ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const)),
      ],
    },
    {
      label: t('shell.menuWindow'),
      submenu: [{ role: 'minimize', label: t('shell.menuMinimize') }, ...(mac ? [{ role: 'zoom' } as const] : [])],
    },
  ];
}
