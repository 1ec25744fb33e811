import type { Met } from './work.js';

export interface Visitor extends Met {
  readonly email: string;
  /** Of the series that is kept for fiction. */
  readonly phone: string;
}

/** Invented names, with letters that lists, mails and SMS may lose. */
const NAMES = [
  'Alva Brinkesund',
  'Bo Tväråker',
  'Çelik Morænefeld',
  'Dagny Ørsvik',
  'Eskil Frostmåne',
  'Freja Lyngbjerg',
  'Gijs van Wilgenhoek',
  'Hedda Kråkeflod',
  'Ibe Klaverdijk',
  'Jorunn Åsmyrdal',
  'Kåre Stjernholt',
  'Liv Solvandal',
  'Mette Bækhede',
  'Nils Granklint',
  'Ode Veenstroom',
  'Pelle Hjortsjöås',
  'Quirijn Molenveen',
  'Ragna Fjærdal',
  'Sofie Enghave',
  'Tove Älvsberg',
];

/** Whoever comes to the stand in a day. */
export const VISITORS: readonly Visitor[] = NAMES.map((name, place) => {
  const [givenName = '', ...rest] = name.split(' ');
  const number = (place + 1).toString();
  return {
    givenName,
    familyName: rest.join(' '),
    email: `visitor${number}@example.com`,
    phone: `+467017406${(10 + place).toString()}`,
  };
});

export function visitor(place: number): Visitor {
  const found = VISITORS[place];
  if (found === undefined) throw new Error(`nobody has place ${place.toString()}`);
  return found;
}

/** As the fair sends a list of them. */
export function listOf(visitors: readonly Visitor[]): Buffer {
  const rows = visitors.map(({ givenName, familyName, email, phone }) => [givenName, familyName, email, phone]);
  return Buffer.from([['First name', 'Surname', 'Email', 'Mobile'], ...rows].map((row) => row.join(';')).join('\r\n'));
}

/** What becomes of whom. */
export const IN_GROUP = { accepts: visitor(0), withdraws: visitor(1), declines: visitor(2), saysSo: visitor(3) };
export const IN_TURN = { cancelled: visitor(4), stays: visitor(5), dragged: visitor(6) };
export const [NEXT_FREE, BOOKED_TWICE, POSTPONED, WALK_IN] = [visitor(7), visitor(8), visitor(9), visitor(19)];
export const INVITED = [
  ...Object.values(IN_GROUP),
  ...Object.values(IN_TURN),
  ...[NEXT_FREE, BOOKED_TWICE, POSTPONED, WALK_IN],
];
