import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS, type ErrorCode } from '../../../shared/i18n/error-words.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { showToast } from '../../state/ui-store.js';
import { useCheckedForm, type Problems } from '../../ui/use-checked-form.js';
import { readInvitation } from './invitation-link.js';

interface JoinValues extends Record<string, unknown> {
  readonly server: string;
  readonly code: string;
  readonly laptop: string;
}

const EMPTY: JoinValues = { server: '', code: '', laptop: '' };

/** Nothing is tried again by itself before this laptop has joined. */
const JOIN_WORDS: Partial<Record<ErrorCode, MessageKey>> = {
  'sync/unreachable': 'sync.joinUnreachable',
  'sync/offline': 'sync.joinOffline',
};

/** Milliseconds after which it is said what is being waited for. */
const LATE = 5_000;

function check({ server, code, laptop }: JoinValues): Problems {
  const isLink = readInvitation(server) !== null;
  return {
    ...(server.trim() === '' ? { server: 'common.required' } : {}),
    ...(isLink || code.trim() !== '' ? {} : { code: 'common.required' }),
    ...(laptop.trim() === '' ? { laptop: 'common.required' } : {}),
  };
}

/** Joining with an invitation: address and code, or the link that is both, and what this laptop is to be called. */
export function useJoin() {
  const { t } = useTranslation();
  const { host } = useSession();
  const { poke } = useSync();
  const [waitsFor, setWaitsFor] = useState<string | null>(null);
  const isLate = useIsLate(waitsFor !== null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const { form, field, submit } = useCheckedForm({ initialValues: EMPTY, check });
  const join = async ({ server, code, laptop }: JoinValues): Promise<void> => {
    const where = readInvitation(server) ?? { server, code };
    setWaitsFor(where.server.trim());
    setFailed(null);
    const answer = await host.call('sync.join', { ...where, laptop: laptop.trim() });
    setWaitsFor(null);
    if (!answer.ok) {
      if (answer.code === 'sync/join-cancelled') form.getInputNode('server')?.focus();
      else setFailed(answer.code);
      return;
    }
    const name = answer.value?.organisation.name ?? '';
    showToast({ text: t('sync.joined', { organisation: name }), name });
    poke();
  };
  const cancel = (): void => {
    void host.call('sync.cancel-join', null);
  };
  return {
    field: (path: keyof JoinValues & string) => ({ key: form.key(path), ...field(path) }),
    isLink: readInvitation(form.values.server) !== null,
    joining: waitsFor !== null,
    /** In words; null while it is too soon to say so. */
    waiting: waitsFor === null || !isLate ? null : t('sync.joinWaiting', { server: waitsFor }),
    cancel,
    /** In words; null while nothing went wrong. */
    failed: failed === null ? null : t(JOIN_WORDS[failed] ?? ERROR_WORDS[failed]),
    submit: submit((values) => void join(values)),
  };
}

function useIsLate(waits: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => {
      setIsLate(true);
    }, LATE);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [waits]);
  return isLate;
}

export type Joining = ReturnType<typeof useJoin>;
