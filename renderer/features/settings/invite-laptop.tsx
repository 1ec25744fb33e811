import { Button, Select } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/host/contract.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { Roster } from '../../data/roster/rows.js';
import { usePreferences, useRoster, useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { qrPath } from '../../ui/qr-path.js';
import { CopyField } from './copy-field.js';
import { invitationLink } from './invitation-link.js';
import classes from './server-section.module.css';

type Made = OutputOf<'sync.invite'>;

const STAND = 'stand';

function recruitersAtWork({ recruiters }: Roster) {
  return [...recruiters.values()].filter(({ active }) => active);
}

interface InviteLaptopProps {
  readonly server: string;
  /** The server has everything of this laptop: who is invited and who invites, too. */
  readonly ready: boolean;
}

/** An invitation for one more laptop: a code, one link to paste, and the same to photograph. */
export function InviteLaptop({ server, ready }: InviteLaptopProps) {
  const { t } = useTranslation();
  const { host } = useSession();
  const { recruiterId: by } = usePreferences();
  const recruiters = useRoster(recruitersAtWork);
  const [whose, setWhose] = useState(STAND);
  const [made, setMade] = useState<Made | null>(null);
  const [making, setMaking] = useState(false);
  const waits = useId();
  const make = async (): Promise<void> => {
    setMaking(true);
    const answer = await host.call('sync.invite', { recruiterId: whose === STAND ? null : whose, by });
    setMaking(false);
    if (answer.ok) setMade(answer.value);
    else showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
  };
  return (
    <section aria-labelledby="invite-laptop">
      <h2 id="invite-laptop">{t('sync.invite')}</h2>
      <div className={classes['make']}>
        <Select
          label={t('sync.inviteFor')}
          data={[
            { value: STAND, label: t('sync.inviteStand') },
            ...recruiters.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={whose}
          allowDeselect={false}
          onChange={(value) => {
            setWhose(value ?? STAND);
            setMade(null);
          }}
        />
        <Button
          loading={making}
          disabled={!ready}
          aria-describedby={ready ? undefined : waits}
          onClick={() => void make()}
        >
          {t('sync.inviteMake')}
        </Button>
      </div>
      {ready ? null : <p id={waits}>{t('sync.inviteWaits')}</p>}
      {made === null ? null : <MadeInvitation server={server} made={made} />}
    </section>
  );
}

function MadeInvitation({ server, made }: { readonly server: string; readonly made: Made }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const link = invitationLink({ server, code: made.code });
  const { size, path } = useMemo(() => qrPath(link), [link]);
  return (
    <div className={classes['made']}>
      <svg
        viewBox={`0 0 ${size.toString()} ${size.toString()}`}
        role="img"
        aria-label={t('sync.inviteLink')}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <div>
        <p role="status">{t('sync.inviteUntil', { when: formats.dateTime(made.expiresAt) })}</p>
        <CopyField label={t('sync.code')} value={made.code} />
        <CopyField label={t('sync.inviteLink')} value={link} />
      </div>
    </div>
  );
}
