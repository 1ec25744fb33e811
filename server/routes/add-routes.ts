import type { App, Service } from '../http/service.js';
import { addDigestRoute } from './digest.js';
import { addFileRoutes } from './files.js';
import { addHelloRoutes } from './hello.js';
import { addJoiningRoutes } from './joining.js';
import { addLaptopRoutes } from './laptops.js';
import { addLoginRoute } from './logins.js';
import { addPullRoutes } from './pull.js';
import { addPushRoute } from './push.js';
import { addStreamRoute } from './stream.js';

/** All routes of the protocol, and the document that describes them. */
export function addRoutes(app: App, service: Service): void {
  app.after(() => {
    for (const add of [
      addHelloRoutes,
      addJoiningRoutes,
      addLaptopRoutes,
      addLoginRoute,
      addPushRoute,
      addPullRoutes,
      addStreamRoute,
      addDigestRoute,
      addFileRoutes,
    ]) {
      add(app, service);
    }
    app.route({
      method: 'GET',
      url: '/openapi.json',
      config: { open: true },
      schema: { hide: true },
      handler: () => app.swagger(),
    });
  });
}
