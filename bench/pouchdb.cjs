// A CouchDB of JavaScript, in memory, as its documentation sets it up. Runs in the folder that it was installed into.
const { createRequire } = require('node:module');
const path = require('node:path');

const need = createRequire(path.join(process.cwd(), 'package.json'));
const PouchDB = need('pouchdb-core').plugin(need('pouchdb-adapter-memory')).defaults({ adapter: 'memory' });
const app = need('express')();
const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: path.join(process.cwd(), 'log.txt') };
app.use('/', need('express-pouchdb')(PouchDB, options));
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listens on ${server.address().port}\n`);
});
