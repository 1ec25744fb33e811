/**
 * Loaded into the host before anything else (`--require`): a network cable that a test pulls and plugs. While it is pulled
 * only loopback is there and nothing can be reached. Every attempt to connect or to look up a name is written down either way,
 * so that a test can say: there was none.
 */
const { appendFileSync, readFileSync } = require('node:fs');
const dns = require('node:dns');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const os = require('node:os');

const cableFile = process.env.FAIRDESK_TEST_CABLE;
const attemptsFile = process.env.FAIRDESK_TEST_ATTEMPTS;
const isPlugged = () => readFileSync(cableFile, 'utf8').trim() === 'plugged';
const note = (what) => appendFileSync(attemptsFile, `${JSON.stringify({ ...what, plugged: isPlugged() })}\n`);
const unreachable = () => Object.assign(new Error('connect ENETUNREACH'), { code: 'ENETUNREACH', syscall: 'connect' });

const LOOPBACK = { address: '127.0.0.1', netmask: '255.0.0.0', family: 'IPv4', internal: true, mac: '', cidr: null };
const CABLE = { address: '192.0.2.7', netmask: '255.255.255.0', family: 'IPv4', internal: false, mac: '', cidr: null };
os.networkInterfaces = () => (isPlugged() ? { lo: [LOOPBACK], eth0: [CABLE] } : { lo: [LOOPBACK] });

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  // Node's own calls come with the arguments in one normalised array; its first item holds the options.
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  const isLocalPipe = typeof options === 'object' ? options.path !== undefined : typeof options === 'string';
  if (isLocalPipe) return connect.apply(this, args);
  note({ attempt: 'connect', to: typeof options === 'object' ? `${options.host}:${options.port}` : String(options) });
  if (isPlugged()) return connect.apply(this, args);
  process.nextTick(() => this.destroy(unreachable()));
  return this;
};

const lookup = dns.lookup;
dns.lookup = (name, ...rest) => {
  if (!net.isIP(name)) note({ attempt: 'lookup', to: name });
  return lookup(name, ...rest);
};

syncBuiltinESMExports();
