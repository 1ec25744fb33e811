import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS, type ErrorCode } from '../../../shared/i18n/error-words.js';
import { failure } from '../../../shared/lib/result.js';
import { isWrittenAgain } from '../../data/plan-again.js';
import type { LeftMessage } from '../../data/refused-work.js';
import type { Roster } from '../../data/roster/rows.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { refusalGroups, type RefusalGroup } from './refusal-groups.js';

/** So many are read and shown at once; the others follow when these are dealt with. */
const AT_ONCE = 50;
const NOTHING: readonly RefusedAction[] = [];

/** What somebody did in vain, and which of its messages left all the same. */
export interface RefusedAction extends RefusalGroup {
  readonly left: readonly LeftMessage[];
}

/** What the server refused and nobody has dealt with, the newest first; empty while it is read. */
export function useRefusals(): readonly RefusedAction[] {
  const session = useSession();
  const version = useRoster(versionOfRefusals);
  const load = useCallback(async () => {
    const refusals = newestRefusals(session.roster.current(), version);
    const groups = refusalGroups(refusals, await session.readRefused(refusals));
    return await Promise.all(groups.map(async (one) => ({ ...one, left: await session.readLeft(one.changeSets) })));
  }, [session, version]);
  const loaded = useLoaded(load);
  const [shown, setShown] = useState(NOTHING); // what was read stands until it is read again
  if (loaded.status === 'ready' && loaded.value !== shown) setShown(loaded.value);
  return shown;
}

/** Another one when something is refused or dealt with, when a message leaves, or when somebody is erased, of whom nothing may be shown any more. */
function versionOfRefusals(roster: Roster): string {
  const { refusals } = roster;
  return refusals.size === 0 ? '' : [...refusals.keys(), roster.changedAt(['person', 'message'])].join(' ');
}

function newestRefusals({ refusals }: Roster, version: string) {
  if (version === '') return [];
  return [...refusals.values()].sort((a, b) => b.at - a.at || b.n - a.n).slice(0, AT_ONCE);
}

/** Whether the wish itself can be written once more: what the server did not understand, it will not understand again. */
export function mayTryAgain({ code, refusals, changeSets }: RefusalGroup): boolean {
  return (
    code !== 'sync/invalid-request' &&
    refusals.length === changeSets.length &&
    changeSets.every((one) => isWrittenAgain(one))
  );
}

/** The two ways to deal with what was refused. Both can be taken back, and then it waits here again. */
export function useDealWith() {
  const { t } = useTranslation();
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const say = (code: ErrorCode): void => {
    showToast({ text: code === 'commit/stale' ? t('sync.cannotAgain') : t(ERROR_WORDS[code]), tone: 'problem' });
  };
  const settle = async ({ refusals }: RefusalGroup, event: string, settled: boolean) =>
    await session.settleRefusals(
      refusals.map(({ id }) => id),
      event,
      settled,
    );
  const dismiss = async (group: RefusalGroup, what: string): Promise<void> => {
    const event = session.newId();
    const settled = await settle(group, event, true);
    if (!settled.ok) return say(settled.code);
    const undo = async () => {
      const reopened = await settle(group, event, false);
      return reopened.ok
        ? { ok: true as const, value: { saved: { changeSets: [] }, kept: [] } }
        : failure(reopened.code);
    };
    showToast({ text: t('sync.dismissed', { what }), name: what, undo });
  };
  const tryAgain = async (group: RefusalGroup, what: string): Promise<void> => {
    const written = await session.tryAgain(group.changeSets);
    if (!written.ok) return say(written.code);
    const event = session.newId();
    const settled = await settle(group, event, true);
    if (!settled.ok) say(settled.code); // it is written; the entry stays until somebody dismisses it
    const undo = async () => {
      const undone = await session.undo(written.value);
      if (undone.ok) await settle(group, event, false);
      return undone;
    };
    // To take a record back that was made again is to erase it, and with it what this entry could show.
    const creates = written.value.changeSets.some(({ changes }) => changes.some(({ kind }) => kind === 'create'));
    showToast({ text: t('sync.writtenAgain', { what }), name: what, ...(creates ? {} : { undo }) });
  };
  const whileBusy =
    (work: (group: RefusalGroup, what: string) => Promise<void>) =>
    async (group: RefusalGroup, what: string): Promise<void> => {
      setBusy(true);
      await work(group, what).finally(() => {
        setBusy(false);
      });
    };
  return { busy, dismiss: whileBusy(dismiss), tryAgain: whileBusy(tryAgain) };
}
