import type { Handlers } from '../../shared/host/dispatch.js';

/** Everything a host serves; made by `createServices(ports)` in `create-services.ts`. */
export interface Services {
  readonly handlers: Handlers;
  /**
   * The lane beside the calls, the same in both hosts: `POST /files?dossier=…` (raw body, name in `x-file-name`),
   * `GET /files/<id>`, `POST /preview` (HTML), `GET /preview/<id>`. Null when the path is none of these.
   */
  lane(request: Request): Promise<Response | null>;
  /** Writes what is pending and releases the folder. */
  close(): Promise<void>;
}
