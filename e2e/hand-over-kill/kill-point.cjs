/**
 * Loaded into the server before anything else (`--require`): it dies by SIGKILL at one point of its work, right before a statement reaches
 * PostgreSQL or right after it took effect. `FAIRDESK_TEST_KILL` is `<point> <before|after>`; `handing-over` waits for SIGUSR2.
 */
const { Client } = require('pg');

const [point, when] = (process.env.FAIRDESK_TEST_KILL ?? '').split(' ');
let armed = point !== 'handing-over';
let settled = false;
process.on('SIGUSR2', () => (armed = true));

/** What a connection's transaction has done so far. */
const deciding = new WeakSet();

const POINTS = {
  claim: (sql) => sql.startsWith('WITH free AS'),
  decision: (sql, client) => sql === 'COMMIT' && deciding.has(client),
  begin: (sql) => sql.startsWith('WITH mine AS'),
  answer: (sql) => sql.startsWith('UPDATE handed_over SET outcome'),
  outcome: (sql) => sql === 'COMMIT' && settled,
  'handing-over': (sql) => sql === 'COMMIT',
};

const query = Client.prototype.query;
Client.prototype.query = function (...args) {
  const sql = typeof args[0] === 'string' ? args[0] : '';
  if (sql === 'BEGIN') deciding.delete(this);
  if (sql.includes('AS due (message_id, hold_until)')) deciding.add(this);
  const isHere = armed && POINTS[point]?.(sql, this) === true;
  if (isHere && when === 'before') process.kill(process.pid, 'SIGKILL');
  const last = args.at(-1);
  const done = () => {
    if (sql.startsWith('UPDATE handed_over SET outcome')) settled = true;
    if (isHere) process.kill(process.pid, 'SIGKILL');
  };
  if (typeof last === 'function') {
    args[args.length - 1] = (...answer) => {
      done();
      last(...answer);
    };
    return query.apply(this, args);
  }
  const answer = query.apply(this, args);
  if (typeof answer?.then !== 'function') return answer;
  return answer.then((value) => {
    done();
    return value;
  });
};
