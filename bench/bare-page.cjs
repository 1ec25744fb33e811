// The least that can answer with a page: Node's own server, the same headers and bytes every time. Says its port.
const { createServer } = require('node:http');
const { headers, body } = JSON.parse(process.argv[2]);
createServer((_request, response) => response.writeHead(200, headers).end(body)).listen(0, '127.0.0.1', function () {
  process.stdout.write(`listens on ${this.address().port}\n`);
});
