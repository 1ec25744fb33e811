import { Button } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { ListedLaptop } from '../../../shared/sync/protocol.js';
import type { Roster } from '../../data/roster/rows.js';
import { useAdministersLaptops } from '../../data/use-administers-laptops.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { TextLink } from '../../ui/links.js';
import classes from './laptops.module.css';
import { RevokeDialog, type Revoking } from './revoke-dialog.js';
import { SyncSection } from './sync-section.js';
import { useLaptops } from './use-laptops.js';

/** G-9: for those who administer, which laptops the organisation has, and an end to one that is lost. */
export function Laptops() {
  const { standing } = useSync();
  const administers = useAdministersLaptops();
  return standing !== null && administers ? <ListOfLaptops /> : null;
}

function ListOfLaptops() {
  const { t } = useTranslation();
  const { listed, askAgain } = useLaptops();
  const [revoking, setRevoking] = useState<Revoking | null>(null);
  return (
    <SyncSection
      title={t('sync.laptops')}
      lead={t(listed === null || listed.code === null ? 'sync.laptopsLead' : ERROR_WORDS[listed.code])}
    >
      <ul>
        {listed?.laptops?.map((laptop) => (
          <LaptopRow key={laptop.device} laptop={laptop} onRevoke={setRevoking} />
        ))}
      </ul>
      <RevokeDialog
        revoking={revoking}
        onClose={() => {
          setRevoking(null);
        }}
        onRevoked={askAgain}
      />
    </SyncSection>
  );
}

function namesOf({ recruiters }: Roster): ReadonlyMap<string, { readonly name: string }> {
  return recruiters;
}

interface LaptopRowProps {
  readonly laptop: ListedLaptop;
  readonly onRevoke: (revoking: Revoking) => void;
}

function LaptopRow({ laptop, onRevoke }: LaptopRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const recruiters = useRoster(namesOf);
  const { name, recruiterId, lastBy, seenAt, wroteAt } = laptop;
  const wrote = lastBy === null ? undefined : recruiters.get(lastBy)?.name;
  const when = (at: number): string => formats.dateTimeFrom(session.now(), at);
  const whose = recruiterId === null ? t('sync.inviteStand') : (recruiters.get(recruiterId)?.name ?? '');
  const facts = [
    seenAt === null ? t('sync.laptopNeverSeen') : t('sync.laptopSeen', { when: when(seenAt) }),
    wroteAt === null ? t('sync.laptopWroteNothing') : t('sync.laptopWrote', { when: when(wroteAt) }),
  ];
  const standing = STANDING_WORDS[standingOf(laptop)];
  return (
    <li className={classes['laptop']} data-ended={laptop.standing !== 'joined'}>
      <IconDeviceLaptop {...icon} />
      <div>
        <h3>
          <bdi>{name}</bdi>
          {standing === null ? null : <span>{t(standing)}</span>}
        </h3>
        <p>
          {whose}
          {recruiterId === null && wrote !== undefined ? ` · ${t('sync.laptopLast', { name: wrote })}` : null}
        </p>
        <small>{facts.join(' · ')}</small>
      </div>
      <Ways laptop={laptop} onRevoke={onRevoke} />
    </li>
  );
}

/** Whoever sits at a laptop leaves with it; one that was revoked can still be asked to wipe what it has. */
function Ways({ laptop, onRevoke }: LaptopRowProps) {
  const { t } = useTranslation();
  const ask = (wipe: boolean) => (
    <Button
      size="xs"
      aria-label={t(wipe ? 'sync.revokeAndWipeThis' : 'sync.revokeThis', { name: laptop.name })}
      onClick={() => {
        onRevoke({ laptop, wipe });
      }}
    >
      {t(wipe ? 'sync.revokeAndWipe' : 'sync.revoke')}
    </Button>
  );
  if (laptop.isOwn) return <TextLink to="/settings/server">{t('sync.leave')}</TextLink>;
  return (
    <div className={classes['ways']}>
      {laptop.standing === 'joined' ? ask(false) : null}
      {laptop.standing === 'left' || laptop.wipe ? null : ask(true)}
    </div>
  );
}

const STANDING_WORDS = {
  own: 'sync.thisLaptop',
  joined: null,
  left: 'sync.laptopLeft',
  revoked: 'sync.laptopRevoked',
  wiping: 'sync.laptopWiping',
} as const satisfies Record<ReturnType<typeof standingOf>, MessageKey | null>;

function standingOf({ isOwn, standing, wipe }: ListedLaptop) {
  if (isOwn) return 'own';
  return standing === 'revoked' && wipe ? 'wiping' : standing;
}
