import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';

export const DESIGN_SIZE = { width: 1366, height: 768 };
export const SMALLEST_SIZE = { width: 900, height: 600 };

export interface WindowSituation {
  readonly bounds: Partial<Rectangle>;
  /** Absolute path of the built preload. */
  readonly preload: string;
  readonly packaged: boolean;
  readonly dark: boolean;
}

/** The options of the one window (checklist 2–4, 11). What is not said here is Electron's default, on purpose. */
export function windowOptions({ bounds, preload, packaged, dark }: WindowSituation): BrowserWindowConstructorOptions {
  return {
    ...DESIGN_SIZE,
    ...bounds,
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    show: false,
    title: 'Fairdesk',
    backgroundColor: dark ? '#151917' : '#FCFBF9',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !packaged,
      // The outbox ticks while the window is hidden.
      backgroundThrottling: false,
    },
  };
}
