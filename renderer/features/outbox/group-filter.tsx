import { useTranslation } from 'react-i18next';
import { MESSAGE_GROUPS, type MessageCounts, type MessageGroup } from '../../data/roster/count-messages.js';
import { useFormats } from '../../ui/formats.js';
import classes from './group-filter.module.css';
import { GROUP_WORDS } from './outbox-list.js';

interface GroupFilterProps {
  readonly counts: MessageCounts;
  readonly value: MessageGroup | null;
  readonly onChange: (group: MessageGroup | null) => void;
}

const TONES: Readonly<Partial<Record<MessageGroup, string>>> = { yours: 'yours', 'not-delivered': 'bad' };

/** How many messages need what; pressed, only those are shown, pressed again all of them. Trouble that few ever have stands there only when there is some. */
export function GroupFilter({ counts, value, onChange }: GroupFilterProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div role="group" className={classes['groups']} aria-label={t('outbox.groups')}>
      {MESSAGE_GROUPS.filter((group) => group !== 'not-delivered' || counts[group] > 0 || value === group).map(
        (group) => (
          <button
            key={group}
            type="button"
            className={classes['group']}
            aria-pressed={value === group}
            data-tone={counts[group] > 0 ? TONES[group] : undefined}
            onClick={() => {
              onChange(value === group ? null : group);
            }}
          >
            <b>{formats.number(counts[group])}</b> <span>{t(GROUP_WORDS[group])}</span>
          </button>
        ),
      )}
    </div>
  );
}
