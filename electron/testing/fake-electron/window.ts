import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { app, PreventableEvent } from './app.js';
import { contextBridge, ipcRenderer, setPage } from './ipc.js';
import { note } from './situation.js';

type OpenHandler = (details: { url: string }) => { action: string };

class FakeContents extends EventEmitter {
  openHandler: OpenHandler = () => ({ action: 'allow' });

  override on(event: string, handler: (...args: unknown[]) => void): this {
    note(`contents.on ${event}`);
    return super.on(event, handler);
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    note('contents.setWindowOpenHandler');
    this.openHandler = handler;
  }
  reload(): void {
    note('contents.reload');
  }
}

interface Options {
  readonly webPreferences: { readonly preload: string };
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new FakeContents();
  readonly #options: Options;
  #visible = false;

  constructor(options: Options) {
    super();
    note('new BrowserWindow', options);
    this.#options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  /** Runs the preload as a sandboxed one is run: one script that may load nothing but Electron. */
  async loadURL(url: string): Promise<void> {
    note('loadURL', url);
    setPage(url);
    const sandboxed = {
      require(name: string): unknown {
        if (name !== 'electron') throw new Error(`a sandboxed preload cannot load ${name}`);
        return { contextBridge, ipcRenderer };
      },
    };
    vm.runInNewContext(readFileSync(this.#options.webPreferences.preload, 'utf8'), sandboxed);
    await new Promise((resolve) => setImmediate(resolve));
    this.emit('ready-to-show');
  }

  /** What a click on the window's cross does. */
  close(): void {
    const event = new PreventableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    this.#visible = false;
    app.emit('window-all-closed');
  }

  show(): void {
    note('window.show');
    this.#visible = true;
    this.emit('show');
  }
  hide(): void {
    note('window.hide');
    this.#visible = false;
  }
  isVisible(): boolean {
    return this.#visible;
  }
  isDestroyed(): boolean {
    return false;
  }
  isMinimized(): boolean {
    return false;
  }
  isMaximized(): boolean {
    return false;
  }
  getNormalBounds(): object {
    return { x: 0, y: 0, width: 1366, height: 768 };
  }
  focus(): void {
    note('window.focus');
  }
}
