import type { Change, FoldChange } from '../changes/change-set.js';
import { sameJson, type Json } from '../lib/json.js';
import type { ApplicationStatus } from '../records/application.js';
import type { Table } from '../records/tables.js';
import { refuseWrite, type Write, type WriteFacts, type WriteRefusal } from './refuse-write.js';
import { ANY_INVITE, hasRight, rightsOf, type NeededRight } from './rights.js';

/**
 * Why a server does not take a change set (C19, G-9); null when it does. Whoever sends one may have written any action over it, and
 * another program may have made it: so, besides what `refuseWrite` asks of the action, what is written is asked for its own least right.
 */
export function refuseReceived(write: Write, facts: WriteFacts): WriteRefusal | null {
  const refused = refuseWrite(write, facts);
  if (refused !== null || facts.recruiters.size === 0) return refused;
  const asked = write.changes.filter((change) => change.kind !== 'fold').flatMap((change) => leastRights(change));
  if (asked.length === 0) return null;
  const recruiter = write.by === null ? undefined : facts.recruiters.get(write.by);
  if (recruiter?.active !== true) return 'right/not-working-here';
  const rights = rightsOf(write.by, facts.recruiters);
  return rights.includes('administer') || asked.every((needed) => hasRight(rights, needed)) ? null : 'right/missing';
}

/**
 * What is left of a change set for a server to take: a record put back as it stood (after damage, or after the server was restored)
 * counts only from somebody who may write such records. The others bring it when they come. What a laptop brings along when it
 * joins counts from everybody, as far as it only adds (docs/adr/0050).
 *
 * @param adds whether a fold changes nothing of what the server has
 */
export function withoutForbiddenFolds(
  { action, by, changes }: Write,
  facts: WriteFacts,
  adds: (fold: FoldChange) => boolean,
): readonly Change[] {
  if (facts.recruiters.size === 0) return changes;
  const rights = rightsOf(by, facts.recruiters);
  const mayFold = (fold: FoldChange): boolean => {
    const needed = OF_TABLE[fold.table as Table] ?? null;
    if (needed === null || hasRight(rights, needed) || rights.includes('administer')) return true;
    return action === 'join' && adds(fold);
  };
  return changes.filter((change) => change.kind !== 'fold' || mayFold(change));
}

/**
 * Whether what a joining laptop brings only adds to what a server has, which then needs no right (G-9): a record that is
 * new, other than somebody who administers, or the organisation with longer lists. `before` is null for a new record.
 */
export function onlyAdds(
  table: string,
  before: Readonly<Record<string, Json>> | null,
  after: Readonly<Record<string, Json>>,
): boolean {
  if (before === null) return table !== 'recruiter' || !asList(after['rights']).includes('administer');
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].every((field) => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    if (sameJson(was, is)) return true;
    const kept = asList(is).slice(0, asList(was).length);
    return table === 'organisation' && Array.isArray(was) && Array.isArray(is) && sameJson(was, kept);
  });
}

/** Records that not everybody writes, whatever is written of them. */
const OF_TABLE: Partial<Record<Table, NeededRight>> = {
  organisation: 'administer',
  recruiter: 'administer',
  contractTemplate: 'administer',
  contractTag: 'administer',
  mailTemplate: ['administer', 'vacancies'],
  fair: 'vacancies',
  vacancy: 'vacancies',
  savedSearch: 'cv-search',
};

/** The steps of an application that need a right under whatever name they are taken. */
const OF_STEP: Partial<Record<ApplicationStatus, NeededRight>> = {
  invited: ANY_INVITE,
  offered: 'offer',
  rejected: 'reject',
  hired: 'hire',
  deleted: 'delete',
  moved: 'transfer',
  transferred: 'transfer',
  // G-10: whose employment is deleted is a candidate again.
  restored: ['deleted-applications', 'employees'],
};

/** Each of them is needed. */
function leastRights(change: Change): readonly NeededRight[] {
  const ofTable = OF_TABLE[change.table as Table];
  const ofChange = leastRightOf(change);
  return [...(ofTable === undefined ? [] : [ofTable]), ...(ofChange === null ? [] : [ofChange])];
}

function leastRightOf(change: Change): NeededRight | null {
  switch (change.kind) {
    case 'erase':
      if (change.forgets === true) return 'deleted-applications';
      return change.whole ? ['deleted-applications', 'add-candidates'] : null; // or a capture is taken back
    case 'create':
      return change.table === 'interview' ? ANY_INVITE : null;
    case 'event': {
      const { type, to } = change.event;
      if (change.table === 'person' && DECIDES_DELETION.includes(type)) return 'deleted-applications';
      if (change.table !== 'application') return null;
      if (type === 'employment') return 'hire';
      return type === 'status' && isStep(to) ? (OF_STEP[to] ?? null) : null;
    }
    default:
      return null;
  }
}

/** A hold, an extension, and an announcement: one that is made up would let the rule delete somebody too early. */
const DECIDES_DELETION: readonly string[] = ['deletion-announced', 'kept-longer', 'legal-hold', 'legal-hold-ended'];

function isStep(to: unknown): to is ApplicationStatus {
  return typeof to === 'string' && Object.hasOwn(OF_STEP, to);
}

function asList(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
