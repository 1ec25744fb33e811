import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../../../shared/i18n/error-words.js';
import { failure, success, type Result } from '../../../../shared/lib/result.js';
import { dateIn } from '../../../../shared/lib/time.js';
import type { Language, PersonId } from '../../../../shared/records/primitives.js';
import { fetchBytes } from '../../../data/export/fetch-bytes.js';
import type { PersonRecords } from '../../../data/export/person-records.js';
import { saveInParts } from '../../../data/export/save-in-parts.js';
import type { ZipEntry } from '../../../../shared/lib/zip/write-zip.js';
import { writeZip } from '../../../data/export/write-zip.js';
import { orFault } from '../../../data/or-fault.js';
import type { Session } from '../../../data/session.js';
import { useSession } from '../../../data/use-session.js';
import { showToast } from '../../../state/ui-store.js';
import { createFormats, useFormats } from '../../../ui/formats.js';
import type { CopiedPerson } from './copied-person.js';
import { copiedFiles, personEntries } from './person-zip.js';

interface ExportPerson {
  readonly saving: boolean;
  readonly failed: ErrorCode | null;
  readonly save: () => Promise<void>;
  /** Breaks off what is being written. */
  readonly stop: () => void;
}

/** Saves what is kept about a person as one ZIP where the browser saves files, under a name that names nobody. */
export function useExportPerson(personId: PersonId, onSaved: () => void): ExportPerson {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const { zone } = useFormats();
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const running = useRef<AbortController | null>(null);

  const run = async (signal: AbortSignal): Promise<Result<number, ErrorCode>> => {
    const read = await session.readPerson(personId);
    if (!read.ok) return read;
    const [newest] = read.value;
    if (newest === undefined) return failure('keyring/erased');
    const { language } = newest.dossier.person.fields;
    const wordsOf = (wanted: Language) => i18n.getFixedT(wanted);
    const copied = await copy(session, read.value, { language, zone, wordsOf });
    const entries = await personEntries(copied, { host: session.host, fetchBytes });
    if (!entries.ok) return entries;
    const name = `${t('data.copy.zipName', { date: copied.today })}.zip`;
    const parts = writeZip(oneByOne(entries.value), copied.today);
    const saved = await saveInParts(session.host, { name, parts }, signal);
    return saved.ok ? success(copied.files.filter(({ bytes }) => bytes === null).length) : saved;
  };

  return {
    saving,
    failed,
    stop: () => running.current?.abort(),
    async save() {
      running.current = new AbortController();
      const { signal } = running.current;
      setSaving(true);
      setFailed(null);
      const saved = await orFault(() => run(signal));
      setSaving(false);
      if (signal.aborted) return; // whoever stopped it knows
      if (!saved.ok) {
        setFailed(saved.code);
        return;
      }
      const damaged = saved.value;
      showToast(
        damaged === 0
          ? { text: t('data.personSaved') }
          : { text: t('data.personSavedWithout', { count: damaged }), tone: 'problem' },
      );
      onSaved();
    },
  };
}

async function copy(
  session: Session,
  dossiers: readonly PersonRecords[],
  { language, zone, wordsOf }: { readonly language: Language; readonly zone: string } & Pick<CopiedPerson, 'wordsOf'>,
): Promise<CopiedPerson> {
  const roster = session.roster.current();
  const now = session.now();
  const t = wordsOf(language);
  const applications = new Set(dossiers.flatMap(({ dossier }) => dossier.applications.map(({ id }) => id)));
  const named = roster.organisation?.name ?? '';
  return {
    t,
    wordsOf,
    formats: createFormats(language, zone),
    roster,
    dossiers,
    reviews: [...roster.panelReviews.values()].filter(({ applicationIds }) =>
      applicationIds.some((id) => applications.has(id)),
    ),
    files: await copiedFiles(dossiers, { host: session.host, fetchBytes }),
    now,
    today: dateIn(zone, now),
    organisation: named === '' ? t('capture.notice.us') : named,
  };
}

async function* oneByOne(entries: readonly ZipEntry[]): AsyncGenerator<ZipEntry> {
  yield* entries;
}
