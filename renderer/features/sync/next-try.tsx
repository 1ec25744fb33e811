import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MINUTE, SECOND, type Instant } from '../../../shared/lib/time.js';
import { useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';

/** When the server is tried again by itself, counted down; nothing while it answers. Only this line is drawn anew each second. */
export function NextTry() {
  const { status } = useSync();
  const at = status.kind === 'offline' || status.kind === 'problem' ? status.nextAt : undefined;
  return at === undefined ? null : <Countdown key={at} to={at} />;
}

function Countdown({ to }: { readonly to: Instant }) {
  const { t } = useTranslation();
  const session = useSession();
  const [left, setLeft] = useState(() => to - session.now());
  useEffect(() => {
    // At each whole second before it, so that two of them on one screen say the same.
    const untilNext = (): number => Math.max(0, to - session.now()) % SECOND || SECOND;
    const tick = (): void => {
      setLeft(to - session.now());
      timer = setTimeout(tick, untilNext());
    };
    let timer = setTimeout(tick, untilNext());
    return () => {
      clearTimeout(timer);
    };
  }, [session, to]);
  return (
    <small role="timer" aria-live="off">
      {t('sync.nextTry', { time: asClock(left) })}
    </small>
  );
}

/** Minutes and seconds, the begun one counted. */
function asClock(left: number): string {
  const whole = Math.max(0, Math.ceil(left / SECOND));
  const minutes = Math.floor((whole * SECOND) / MINUTE);
  return `${minutes.toString()}:${(whole % 60).toString().padStart(2, '0')}`;
}
