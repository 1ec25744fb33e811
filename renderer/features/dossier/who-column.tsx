import { ActionIcon } from '@mantine/core';
import {
  IconChevronLeft,
  IconLanguage,
  IconMail,
  IconMapPin,
  IconPencil,
  IconPhone,
  IconQrcode,
  type Icon,
} from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { foldStanding } from '../../../shared/domain/application-status.js';
import { candidateType } from '../../../shared/domain/candidate-type.js';
import { postalAddressOf } from '../../../shared/domain/postal-address.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { phoneForReading } from '../../data/phone-number.js';
import { useRoster } from '../../data/use-session.js';
import { CANDIDATE_TYPE_WORDS } from '../../ui/candidate-type-words.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { Initials } from '../../ui/initials.js';
import { languageInSentence } from '../../ui/language-in-sentence.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { TextLink } from '../../ui/links.js';
import { AllApplications } from './all-applications.js';
import { Consents } from './consents.js';
import { ContactDialog } from './contact-dialog.js';
import classes from './dossier.module.css';
import { PersonMenu } from './person-menu.js';
import { DuplicateLine } from './duplicate-line.js';
import { ErasureLine } from './erasure-line.js';
import { MergedDossiers } from './merged-dossiers.js';
import type { Shown } from './shown.js';
import { nameOf } from './name-of.js';

/** Who this is: contact, where met, what was agreed to, and where else the person has applied. */
export function WhoColumn({ shown, notice }: { readonly shown: Shown; readonly notice: ReactNode }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const { fields } = shown.dossier.person;
  const name = nameOf(fields);
  const address = postalAddressOf(shown.dossier.person.events);
  const { language: screen } = useFormats();
  const language = languageInSentence(t(LANGUAGE_WORDS[fields.language]), screen);
  return (
    <section className={classes['who']} aria-label={name}>
      <BackLink shown={shown} />
      <Initials name={name} size="large" />
      <h1 tabIndex={-1}>
        <bdi>{name}</bdi>
      </h1>
      <TypeLine shown={shown} />
      {notice}
      <ErasureLine shown={shown} />
      <DuplicateLine shown={shown} />
      {fields.school === '' ? null : <p className={classes['school']}>{fields.school}</p>}
      <hr />
      <ul className={classes['facts']}>
        <Fact icon={IconMail}>
          {fields.email === '' ? <Missing>{t('dossier.noEmail')}</Missing> : <Address email={fields.email} />}
        </Fact>
        <Fact icon={IconPhone}>
          {fields.phone === '' ? (
            <span className={classes['none']}>{t('dossier.noPhone')}</span>
          ) : (
            phoneForReading(fields.phone)
          )}
        </Fact>
        {address === '' && fields.city === '' ? null : (
          <Fact icon={IconMapPin}>
            {address === '' ? fields.city : <span className={classes['address']}>{address}</span>}
          </Fact>
        )}
        <Fact icon={IconLanguage}>{t('dossier.emailsIn', { language })}</Fact>
      </ul>
      <div className={classes['edit']}>
        <ActionIcon
          aria-label={t('dossier.editContact')}
          title={t('dossier.editContact')}
          onClick={() => {
            setEditing(true);
          }}
        >
          <IconPencil {...icon} />
        </ActionIcon>
        <PersonMenu shown={shown} />
      </div>
      <hr />
      <ul className={classes['facts']}>
        <Source shown={shown} />
      </ul>
      <hr />
      <Consents shown={shown} />
      <AllApplications shown={shown} />
      <MergedDossiers shown={shown} />
      {editing ? (
        <ContactDialog
          personId={shown.dossier.person.id as PersonId}
          address={address}
          now={fields}
          onClose={() => {
            setEditing(false);
          }}
        />
      ) : null}
    </section>
  );
}

/** G-12. */
function TypeLine({ shown: { dossier } }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const type = candidateType({
    kind: dossier.person.fields.kind,
    statuses: dossier.applications.map(({ events }) => foldStanding(events).status),
    hasCv: dossier.documents.some(({ fields }) => fields.kind === 'cv'),
  });
  return <p className={classes['type']}>{t(CANDIDATE_TYPE_WORDS[type])}</p>;
}

function BackLink({ shown: { vacancyId } }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const words = (
    <>
      <IconChevronLeft {...icon} size={14} />
      {vacancyId === null ? t('shell.cvDatabase') : t('dossier.back')}
    </>
  );
  if (vacancyId === null) {
    return (
      <TextLink className={classes['back'] ?? ''} to="/cv-database">
        {words}
      </TextLink>
    );
  }
  return (
    <TextLink className={classes['back'] ?? ''} to="/vacancies/$vacancyId" params={{ vacancyId }}>
      {words}
    </TextLink>
  );
}

function Source({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { source, capturedAt } = shown.dossier.person.fields;
  const find = useCallback(
    (roster: Roster) => (source.fairId === null ? null : (roster.fairs.get(source.fairId) ?? null)),
    [source.fairId],
  );
  const fair = useRoster(find);
  return (
    <Fact icon={IconQrcode} below={t('dossier.met', { date: formats.date(capturedAt) })}>
      {fair === null ? t('dossier.sourceUnknown') : t('dossier.source', { fair: fair.name })}
    </Fact>
  );
}

interface FactProps {
  readonly icon: Icon;
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

function Fact({ icon: Glyph, below = null, children }: FactProps) {
  return (
    <li>
      <Glyph {...icon} />
      <span>
        <bdi>{children}</bdi>
        {below === null ? null : <small>{below}</small>}
      </span>
    </li>
  );
}

/** An address that is too long for its line breaks behind the @, not within a word. */
function Address({ email }: { readonly email: string }) {
  const at = email.lastIndexOf('@') + 1;
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
}

function Missing({ children }: { readonly children: ReactNode }) {
  return <span className={classes['missing']}>{children}</span>;
}
