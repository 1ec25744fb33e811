import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { MessageId } from '../../../shared/records/primitives.js';
import type { DeliveryStatus } from '../../data/delivery-status.js';
import type { MessageGroup } from '../../data/roster/count-messages.js';
import { isDeclined } from '../../data/roster/is-declined.js';
import { useSendingServer } from '../../data/use-sending-server.js';
import { useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { clickInList, keepFocusOnList, keyInList } from '../../ui/list-presses.js';
import list from '../../ui/two-line-list.module.css';
import { TWO_LINE_ROW } from '../../ui/two-line-row.js';
import { explainMessage } from './explain-message.js';
import type { ListAction, ListState } from './list-state.js';
import { lineOf, messagesOf, type OutboxItem } from './outbox-items.js';
import classes from './outbox-list.module.css';
import { OutboxRow, rowId } from './outbox-row.js';
import { useOutboxLines } from './use-outbox-lines.js';
import { useWhoSends } from './who-sends.js';

const COLUMNS = 6;

/** The DOM id of the list, which takes the focus for its rows. */
export const LIST_ID = 'outbox-messages';

export const GROUP_WORDS = {
  yours: 'outbox.groupYours',
  waiting: 'outbox.groupWaiting',
  sending: 'outbox.groupSending',
  'not-delivered': 'outbox.groupNotDelivered',
  sent: 'outbox.groupSent',
  cancelled: 'outbox.groupCancelled',
} as const satisfies Record<MessageGroup, MessageKey>;

interface OutboxListProps {
  readonly items: readonly OutboxItem[];
  readonly state: ListState;
  readonly status: DeliveryStatus;
  readonly smsStatus: DeliveryStatus;
  readonly now: Instant;
  readonly dispatch: Dispatch<ListAction>;
}

/** Every message, grouped by what it needs: an ARIA grid of which only the lines in sight exist. */
export function OutboxList({ items, state, status, smsStatus, now, dispatch }: OutboxListProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const server = useSendingServer();
  const who = useWhoSends();
  const roster = session.roster.current();
  const { vacancies } = roster;
  const cursorLine = lineOf(items, state.cursor);
  const { grid, lines, above, below } = useOutboxLines(items, cursorLine);
  const ids = messagesOf(items).map(({ id }) => id);
  return (
    <div
      ref={grid}
      id={LIST_ID}
      role="grid"
      tabIndex={0}
      className={list['list']}
      aria-label={t('outbox.list')}
      aria-multiselectable="true"
      aria-rowcount={items.length}
      aria-colcount={COLUMNS}
      aria-activedescendant={cursorLine >= 0 ? rowId(cursorLine) : undefined}
      onMouseDown={keepFocusOnList}
      onClick={(event) => {
        const action = clickInList(event, ids, (line) => messageOn(items[line]));
        if (action !== null) dispatch(action);
      }}
      onKeyDown={(event) => {
        const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / TWO_LINE_ROW) - 1);
        const action = keyInList(event, { ids, cursor: state.cursor, page });
        if (action === null) return;
        event.preventDefault();
        dispatch(action);
      }}
    >
      <div role="rowgroup" style={{ paddingTop: above, paddingBottom: below }}>
        {lines.map(({ index }) => {
          const item = items[index];
          if (item === undefined) return null;
          if (item.kind === 'group') return <GroupRow key={item.group} {...item} line={index} />;
          const { row } = item;
          const explained = explainMessage(row, {
            t,
            formats,
            now,
            status,
            smsStatus,
            declined: isDeclined(roster, row),
            server,
            who,
          });
          return (
            <OutboxRow
              key={row.id}
              row={row}
              line={index}
              ticked={state.ticked.has(row.id)}
              cursor={row.id === state.cursor}
              state={explained.state}
              why={explained.words}
              vacancy={(row.vacancyId === null ? undefined : vacancies.get(row.vacancyId)?.title) ?? ''}
              now={now}
            />
          );
        })}
      </div>
    </div>
  );
}

interface GroupRowProps {
  readonly group: MessageGroup;
  readonly count: number;
  readonly line: number;
}

function GroupRow({ group, count, line }: GroupRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div role="row" className={classes['group']} aria-rowindex={line + 1} data-group={group}>
      <div role="gridcell" aria-colspan={COLUMNS}>
        <b>{t(GROUP_WORDS[group])}</b> <span>{formats.number(count)}</span>
      </div>
    </div>
  );
}

function messageOn(item: OutboxItem | undefined): MessageId | null {
  return item?.kind === 'message' ? item.row.id : null;
}
