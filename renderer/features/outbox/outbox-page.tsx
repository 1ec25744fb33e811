import { TextInput } from '@mantine/core';
import { IconMailbox, IconSearch, IconSend } from '@tabler/icons-react';
import { useMemo, useReducer, type Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import { waitsForPost } from '../../../shared/domain/letter-state.js';
import type { DeliveryStatus } from '../../data/delivery-status.js';
import { countMessages } from '../../data/roster/count-messages.js';
import { isDeclined } from '../../data/roster/is-declined.js';
import type { Roster } from '../../data/roster/rows.js';
import { useNow } from '../../data/use-now.js';
import { useSendingServer } from '../../data/use-sending-server.js';
import { useRoster } from '../../data/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterChip } from '../../ui/filter-chip.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { ButtonLink } from '../../ui/links.js';
import { PageHead } from '../../ui/page-head.js';
import split from '../../ui/split-list.module.css';
import { ConnectionLine } from './connection-line.js';
import { explainMessage } from './explain-message.js';
import { GroupFilter } from './group-filter.js';
import { changeList, START, type ListAction, type ListState } from './list-state.js';
import { MessageDetail } from './message-detail.js';
import { NoneFound } from './none-found.js';
import { messagesOf, outboxItems } from './outbox-items.js';
import { GROUP_WORDS, OutboxList } from './outbox-list.js';
import classes from './outbox-page.module.css';
import { SelectedBar } from './selected-bar.js';
import { focusList, useOutboxShortcuts } from './use-outbox-shortcuts.js';
import { useWhoSends, WhoSendsProvider } from './who-sends.js';

interface OutboxPageProps {
  readonly status: DeliveryStatus;
  readonly smsStatus: DeliveryStatus;
  /** Forgets pause and waiting, and tries. */
  readonly onTryNow: () => void;
}

/** *Outbox*: every message with where it stands, why, and what to do about it. */
export function OutboxPage({ status, smsStatus, onTryNow }: OutboxPageProps) {
  const { t } = useTranslation();
  const [state, dispatch] = useReducer(changeList, START);
  const counts = useRoster(countMessages);
  const isEmpty = useRoster(hasNoMessages);
  return (
    <>
      <PageHead title={t('shell.outbox')}>
        <ToLetters />
        {isEmpty ? null : (
          <GroupFilter
            counts={counts}
            value={state.filter.group}
            onChange={(group) => {
              dispatch({ type: 'filter', filter: { group } });
            }}
          />
        )}
      </PageHead>
      <div className={classes['tools']}>
        {isEmpty ? null : <FilterFields state={state} dispatch={dispatch} />}
        <ConnectionLine status={status} onTryNow={onTryNow} />
        {isAccountTrouble(smsStatus) ? <ConnectionLine status={smsStatus} onTryNow={onTryNow} channel="sms" /> : null}
      </div>
      {isEmpty ? (
        <EmptyState
          icon={IconSend}
          title={t('outbox.emptyTitle')}
          action={<ButtonLink to="/vacancies">{t('shell.vacancyList')}</ButtonLink>}
        >
          {t('outbox.emptyText')}
        </EmptyState>
      ) : (
        <WhoSendsProvider>
          <Messages state={state} status={status} smsStatus={smsStatus} dispatch={dispatch} />
        </WhoSendsProvider>
      )}
    </>
  );
}

/** What keeps SMS here and nothing else. */
function isAccountTrouble({ kind }: DeliveryStatus): boolean {
  return kind === 'paused' || kind === 'backing-off';
}

function hasNoMessages({ messages }: Roster): boolean {
  return messages.size === 0;
}

/** R44: letters do not leave by themselves; how many wait for somebody stands here. */
function ToLetters() {
  const { t } = useTranslation();
  const waiting = useRoster(countWaitingLetters);
  return (
    <ButtonLink to="/outbox/letters" variant="subtle" leftSection={<IconMailbox {...icon} />}>
      {waiting === 0 ? t('letters.title') : t('letters.toPost', { count: waiting })}
    </ButtonLink>
  );
}

function countWaitingLetters({ letters }: Roster): number {
  return [...letters.values()].filter(({ state }) => waitsForPost(state)).length;
}

interface PartProps {
  readonly state: ListState;
  readonly dispatch: Dispatch<ListAction>;
}

function FilterFields({ state: { filter }, dispatch }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        data-filter
        className={classes['filter']}
        aria-label={t('outbox.filter')}
        placeholder={t('outbox.filter')}
        leftSection={<IconSearch {...icon} />}
        value={filter.text}
        onChange={({ currentTarget: { value: text } }) => {
          dispatch({ type: 'filter', filter: { text } });
        }}
      />
      {filter.group === null ? null : (
        <FilterChip
          label={t(GROUP_WORDS[filter.group])}
          onClear={() => {
            dispatch({ type: 'filter', filter: { group: null } });
          }}
        />
      )}
    </>
  );
}

function Messages(props: PartProps & Pick<OutboxPageProps, 'status' | 'smsStatus'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const server = useSendingServer();
  const who = useWhoSends();
  const { state, status, smsStatus, dispatch } = props;
  const { filter, ticked, cursor, opened } = state;
  const select = useMemo(() => (roster: Roster) => outboxItems(roster.messages.values(), filter), [filter]);
  const items = useRoster(select);
  const shown = messagesOf(items);
  const chosen = shown.filter(({ id }) => ticked.has(id));
  const open = opened ? shown.find(({ id }) => id === cursor) : undefined;
  const ids = shown.map(({ id }) => id);
  const declined = useRoster((roster) => open !== undefined && isDeclined(roster, open));
  useOutboxShortcuts({ ids, cursor, hasTicked: chosen.length > 0, isOpen: open !== undefined, dispatch });
  return (
    <>
      <div className={split['split']}>
        {items.length === 0 ? (
          <NoneFound
            onShowAll={() => {
              dispatch({ type: 'filter', filter: { group: null, text: '' } });
            }}
          />
        ) : (
          <OutboxList {...props} items={items} now={now} />
        )}
        {open === undefined ? null : (
          <MessageDetail
            key={open.id}
            row={open}
            explanation={explainMessage(open, { t, formats, now, status, smsStatus, declined, server, who })}
            onClose={() => {
              dispatch({ type: 'close' });
              focusList();
            }}
          />
        )}
      </div>
      {chosen.length === 0 ? null : <SelectedBar ticked={chosen} shown={shown} dispatch={dispatch} />}
    </>
  );
}
