import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CONSENT_PURPOSES,
  isConsentValid,
  newestConsent,
  type ConsentPurpose,
} from '../../../shared/domain/capture-notice.js';
import type { PersonEvent } from '../../../shared/records/person.js';
import type { Roster } from '../../data/roster/rows.js';
import { useCalendarDate } from '../../data/use-calendar-date.js';
import { useRoster } from '../../data/use-session.js';
import { useFormats, type Formats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { ConsentDialog } from './consent-dialog.js';
import { PURPOSE_WORDS } from './consent-words.js';
import classes from './dossier.module.css';
import type { Shown } from './shown.js';

type ConsentEvent = Extract<PersonEvent, { type: 'consent' }>;

/** beyond.md no. 10: both purposes, each with how long, since when, who heard it and which notice was read; and the way to change it. */
export function Consents({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<ConsentPurpose | null>(null);
  return (
    <section aria-label={t('capture.consents')}>
      <ul className={classes['facts']}>
        {CONSENT_PURPOSES.map((purpose) => (
          <Purpose
            key={purpose}
            purpose={purpose}
            shown={shown}
            onAsk={() => {
              setAsked(purpose);
            }}
          />
        ))}
      </ul>
      {asked === null ? null : (
        <ConsentDialog
          purpose={asked}
          shown={shown}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </section>
  );
}

interface PurposeProps {
  readonly purpose: ConsentPurpose;
  readonly shown: Shown;
  readonly onAsk: () => void;
}

function Purpose({ purpose, shown, onAsk }: PurposeProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const today = useCalendarDate(formats.zone);
  const said = newestConsent(purpose, shown.dossier.person.events);
  const counts = said !== null && said.given && isConsentValid(said, today);
  const Glyph = counts ? IconShieldCheck : IconShieldX;
  const name = t(PURPOSE_WORDS[purpose]);
  const act = t(counts ? 'dossier.withdrawConsent' : 'dossier.recordConsent');
  return (
    <li>
      <Glyph {...icon} />
      <span>
        <span className={counts ? undefined : classes['missing']}>{stateWords()}</span>
        {said === null ? null : <Since said={said} formats={formats} />}
        <button type="button" className={classes['act']} aria-label={`${act}: ${name}`} onClick={onAsk}>
          {act}
        </button>
      </span>
    </li>
  );

  function stateWords(): string {
    if (said === null) return t('dossier.consentNone', { purpose: name });
    if (!said.given) return t('dossier.consentWithdrawn', { purpose: name });
    if (said.until === null) return t('dossier.consentGiven', { purpose: name });
    const date = formats.calendarDate(said.until);
    return t(counts ? 'dossier.consentUntil' : 'dossier.consentExpired', { purpose: name, date });
  }
}

/** When it was said, who heard it, and in which words it was asked. */
function Since({
  said: { at, by, noticeVersion },
  formats,
}: {
  readonly said: ConsentEvent;
  readonly formats: Formats;
}) {
  const { t } = useTranslation();
  const find = useCallback((roster: Roster) => (by === null ? null : (roster.recruiters.get(by)?.name ?? null)), [by]);
  const who = useRoster(find);
  const parts = [formats.date(at), who, t('dossier.noticeVersion', { version: noticeVersion })];
  return <small>{parts.filter((part) => part !== null).join(' · ')}</small>;
}
