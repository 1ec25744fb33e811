import { EventEmitter } from 'node:events';
import { note } from './situation.js';

type Handler = (...args: unknown[]) => unknown;

/** A session that keeps the handlers it is given, so that a test can ask them. */
export class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  readonly webRequest = { onBeforeRequest: (handler: Handler) => this.#keep('onBeforeRequest', handler) };

  override on(event: string, handler: Handler): this {
    note(`session.on ${event}`);
    return super.on(event, handler);
  }

  setPermissionRequestHandler(handler: Handler): void {
    this.#keep('setPermissionRequestHandler', handler);
  }
  setPermissionCheckHandler(handler: Handler): void {
    this.#keep('setPermissionCheckHandler', handler);
  }
  setDevicePermissionHandler(handler: Handler): void {
    this.#keep('setDevicePermissionHandler', handler);
  }
  setDisplayMediaRequestHandler(handler: Handler): void {
    this.#keep('setDisplayMediaRequestHandler', handler);
  }
  setBluetoothPairingHandler(handler: Handler): void {
    this.#keep('setBluetoothPairingHandler', handler);
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    note('session.setSpellCheckerEnabled', enabled);
  }

  #keep(name: string, handler: Handler): void {
    note(`session.${name}`);
    this.handlers.set(name, handler);
  }
}

export const session = { defaultSession: new FakeSession() };

type Serve = (request: Request) => Promise<Response>;
let serve: Serve = () => Promise.reject(new Error('nothing is served yet'));

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) => note('protocol.registerSchemesAsPrivileged', schemes),
  handle(scheme: string, handler: Serve): void {
    note('protocol.handle', scheme);
    serve = handler;
  },
};

/** What the page gets from its own origin. */
export function fetchAsPage(path: string, init: RequestInit): Promise<Response> {
  return serve(new Request(new URL(path, 'app://fairdesk/'), init));
}
