import { EventEmitter } from 'node:events';
import { note, record, situation } from './situation.js';

/** An event whose default can be prevented, as Electron's. */
export class PreventableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** The test gets what was noted before the process is gone. */
function end(code: number): void {
  process.send?.({ id: 0, value: record }, undefined, undefined, () => process.exit(code));
}

class FakeApp extends EventEmitter {
  readonly isPackaged = true;
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => note('app.appendSwitch', name, value ?? null),
  };
  readonly #paths = new Map<string, string>();
  #ready: Promise<void> | null = null;

  enableSandbox(): void {
    note('app.enableSandbox');
  }

  setPath(name: string, value: string): void {
    note('app.setPath', name, value);
    this.#paths.set(name, value);
  }

  setAppUserModelId(id: string): void {
    note('app.setAppUserModelId', id);
  }

  requestSingleInstanceLock(): boolean {
    note('app.requestSingleInstanceLock');
    return situation.firstInstance;
  }

  /** As the real one: never before the main module has been evaluated. */
  whenReady(): Promise<void> {
    this.#ready ??= new Promise((resolve) => {
      setImmediate(() => {
        note('ready');
        resolve();
      });
    });
    return this.#ready;
  }

  getAppPath(): string {
    return situation.appPath;
  }

  getVersion(): string {
    return '0.0.0';
  }

  getPreferredSystemLanguages(): readonly string[] {
    return situation.languages;
  }

  quit(): void {
    note('app.quit');
    this.emit('before-quit', new PreventableEvent());
    const event = new PreventableEvent();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) end(0);
  }

  exit(code: number): void {
    note('app.exit', code);
    end(code);
  }
}

export const app = new FakeApp();
