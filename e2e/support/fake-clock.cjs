/** Loaded into the host before anything else (`--require`): the clock of a laptop that stands at another time than this machine's. */
const ahead = Number(process.env.FAIRDESK_TEST_CLOCK_AHEAD);
const TrueDate = Date;

globalThis.Date = class extends TrueDate {
  constructor(...args) {
    if (args.length === 0) super(TrueDate.now() + ahead);
    else super(...args);
  }

  static now() {
    return TrueDate.now() + ahead;
  }
};
