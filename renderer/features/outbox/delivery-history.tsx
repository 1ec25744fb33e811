import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/lib/time.js';
import type { MessageEvent } from '../../../shared/records/message.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { MessageStateLabel, shownMessageState } from '../../ui/message-state-label.js';
import classes from './message-detail.module.css';
import { reasonWords } from '../../ui/reason-words.js';

interface DeliveryHistoryProps {
  readonly queuedAt: Instant;
  /** Oldest first. */
  readonly events: readonly MessageEvent[];
}

/** Everything that happened to a message, the newest first, with who decided it and what the server said. */
export function DeliveryHistory({ queuedAt, events }: DeliveryHistoryProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { recruiters } = useSession().roster.current();
  const nameOf = (id: RecruiterId): string => recruiters.get(id)?.name ?? '';
  return (
    <section className={classes['history']} aria-labelledby="delivery-history">
      <h3 id="delivery-history">{t('outbox.history')}</h3>
      <ol>
        {[...events].reverse().map(({ id, at, by, state, reason, reply }) => (
          <li key={id}>
            <time dateTime={new Date(at).toISOString()}>{formats.dateTime(at)}</time>
            <div>
              <MessageStateLabel state={shownMessageState(state, null, reason)} />
              {by === null ? null : <small>{nameOf(by)}</small>}
              {reason === null ? null : <p>{reasonWords(t, reason)}</p>}
              {reply === null ? null : <code>{reply}</code>}
            </div>
          </li>
        ))}
        <li>
          <time dateTime={new Date(queuedAt).toISOString()}>{formats.dateTime(queuedAt)}</time>
          <div>{t('outbox.queued')}</div>
        </li>
      </ol>
    </section>
  );
}
