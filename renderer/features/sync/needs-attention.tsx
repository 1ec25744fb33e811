import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { RefusalCode } from '../../../shared/sync/protocol.js';
import type { LeftMessage, WhyUnreadable } from '../../data/refused-work.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { TextLink } from '../../ui/links.js';
import { actionWord } from './action-words.js';
import classes from './needs-attention.module.css';
import { concernedBy, detailsOf, type Concerned, type RefusalGroup } from './refusal-groups.js';
import { SyncSection } from './sync-section.js';
import { mayTryAgain, useDealWith, type RefusedAction } from './use-refusals.js';
import { valueWords } from './value-words.js';

const REASON_WORDS = {
  'right/missing': 'sync.refusals.rightMissing',
  'right/not-working-here': 'sync.refusals.rightNotWorkingHere',
  'right/other-department': 'sync.refusals.rightOtherDepartment',
  'right/last-administrator': 'sync.refusals.rightLastAdministrator',
  'sync/not-allowed': 'sync.refusals.notAllowed',
  'sync/joined-already': 'sync.refusals.joinedAlready',
  'sync/not-handed-over': 'sync.refusals.notHandedOver',
  'sync/invalid-request': 'sync.refusals.invalid',
} as const satisfies Record<RefusalCode, MessageKey>;

const UNREADABLE_WORDS = {
  erased: 'sync.unreadable.erased',
  'out-of-sight': 'sync.unreadable.out-of-sight',
  unknown: 'sync.unreadable.unknown',
} as const satisfies Record<WhyUnreadable, MessageKey>;

const NAMES_AT_ONCE = 4;

/** Change sets that the server refused: what, whom, when, why, and what can be done about each. */
export function NeedsAttention({ groups }: { readonly groups: readonly RefusedAction[] }) {
  const { t } = useTranslation();
  if (groups.length === 0) return null;
  return (
    <SyncSection title={t('sync.attention')} lead={t('sync.attentionLead')}>
      <ul>
        {groups.map((group) => (
          <Refused key={group.id} group={group} />
        ))}
      </ul>
    </SyncSection>
  );
}

function Refused({ group }: { readonly group: RefusedAction }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { busy, dismiss, tryAgain } = useDealWith();
  const concerned = useRoster(useCallback((roster: Roster) => concernedBy(group, roster), [group]));
  const word = actionWord(group.changeSets[0]?.action ?? '');
  const action = word === null ? t('sync.otherChange') : t(word);
  const names = concerned.map(({ name }) => name).filter((name) => name !== '');
  const more = names.length - NAMES_AT_ONCE;
  const spoken = formats.list([
    ...names.slice(0, NAMES_AT_ONCE),
    ...(more > 0 ? [t('sync.moreNames', { count: more })] : []),
  ]);
  const what = spoken === '' ? action : `${action}, ${spoken}`;
  const maySo = mayTryAgain(group);
  const leaving = useSync().standing?.leaving ?? [];
  const isLeaving = group.refusals.some(({ dossiers }) => dossiers.some((dossier) => leaving.includes(dossier)));
  return (
    <li className={classes['refused']}>
      <IconAlertTriangle {...icon} />
      <div>
        <h3>
          {action} <Names concerned={concerned} />
        </h3>
        <Details group={group} />
        <Why group={group} maySo={maySo} />
        {isLeaving ? <p>{t('sync.staysUntilDealtWith')}</p> : null}
        <Left messages={group.left} />
        <MadeAndRefused group={group} />
      </div>
      <div className={classes['ways']}>
        {maySo ? (
          <Button
            size="xs"
            disabled={busy}
            aria-label={`${t('shell.tryAgain')}: ${what}`}
            onClick={() => void tryAgain(group, what)}
          >
            {t('shell.tryAgain')}
          </Button>
        ) : null}
        <Button
          size="xs"
          variant="subtle"
          disabled={busy}
          aria-label={`${t('sync.dismiss')}: ${what}`}
          onClick={() => void dismiss(group, what)}
        >
          {t('sync.dismiss')}
        </Button>
      </div>
    </li>
  );
}

function Names({ concerned }: { readonly concerned: readonly Concerned[] }) {
  const { t } = useTranslation();
  const more = concerned.length - NAMES_AT_ONCE;
  return (
    <span>
      {concerned.slice(0, NAMES_AT_ONCE).map(({ id, person, name, isPerson }) => (
        <span key={id}>
          {person === null ? (
            <bdi>{name === '' && isPerson ? t('sync.gonePerson') : name}</bdi>
          ) : (
            <TextLink to="/people/$personId" params={{ personId: person }}>
              <bdi>{name}</bdi>
            </TextLink>
          )}
        </span>
      ))}
      {more > 0 ? <span>{t('sync.moreNames', { count: more })}</span> : null}
    </span>
  );
}

/** What stands nowhere else any more. */
function Details({ group }: { readonly group: RefusalGroup }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { roster } = useSession();
  const details = detailsOf(group).slice(0, NAMES_AT_ONCE);
  return details.map((detail) => (
    <p key={detail.id} className={classes['detail']}>
      {detail.kind === 'text' ? (
        <bdi>{detail.text}</bdi>
      ) : (
        <>
          {t(detail.look.word)}:{' '}
          <bdi>
            {valueWords(detail.value, detail.look.as, { t, formats, roster: roster.current() }) || t('sync.empty')}
          </bdi>
        </>
      )}
    </p>
  ));
}

/** Why it was refused, and what to do. */
function Why({ group, maySo }: { readonly group: RefusalGroup; readonly maySo: boolean }) {
  const { t } = useTranslation();
  const reasons: Readonly<Record<string, MessageKey>> = REASON_WORDS;
  if (group.changeSets.length === 0) return <p>{t(UNREADABLE_WORDS[group.why])}</p>;
  const reason = t(reasons[group.code] ?? REASON_WORDS['sync/invalid-request']);
  const isUnderstood = group.code !== 'sync/invalid-request';
  return <p>{maySo || !isUnderstood ? reason : `${reason} ${t('sync.doAnew')}`}</p>;
}

/** What cannot be undone with the rest. */
function Left({ messages }: { readonly messages: readonly LeftMessage[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sayOf = (key: 'sync.alreadySent' | 'sync.perhapsSent', wanted: boolean) => {
    const count = (channel: LeftMessage['channel']): number =>
      messages.filter((one) => one.sent === wanted && one.channel === channel).length;
    const [emails, texts] = [count('email'), count('sms')];
    if (emails + texts === 0) return null;
    const what = formats.list([
      ...(emails === 0 ? [] : [t('sync.emails', { count: emails })]),
      ...(texts === 0 ? [] : [t('sync.texts', { count: texts })]),
    ]);
    return <p className={classes['left']}>{t(key, { what })}</p>;
  };
  return (
    <>
      {sayOf('sync.alreadySent', true)}
      {sayOf('sync.perhapsSent', false)}
    </>
  );
}

function MadeAndRefused({ group: { changeSets, at } }: { readonly group: RefusalGroup }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const recruiters = useRoster(recruitersIn);
  const now = session.now();
  const made = changeSets[0];
  const refused = formats.dateTimeFrom(now, at);
  if (made === undefined) return <small>{refused}</small>;
  const who = recruiters.get((made.by ?? '') as RecruiterId)?.name ?? t('sync.thisLaptop');
  return <small>{t('sync.madeAndRefused', { who, when: formats.dateTimeFrom(now, made.at), refused })}</small>;
}

const recruitersIn = ({ recruiters }: Roster) => recruiters;
