import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudDownload, IconCloudOff, IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FilePlace } from '../../../shared/host/sync-standing.js';
import type { WhereFileIs } from '../../data/use-file-place.js';
import { EmptyState } from '../../ui/empty-state.js';

const WORDS = {
  coming: { icon: IconCloudDownload, title: 'dossier.fileComing', text: 'dossier.fileComingText' },
  offline: { icon: IconCloudOff, title: 'dossier.fileNotFetched', text: 'dossier.fileNotFetchedText' },
  'not-there': { icon: IconCloudOff, title: 'dossier.fileNotThere', text: 'dossier.fileNotThereText' },
  damaged: { icon: IconAlertTriangle, title: 'dossier.fileDamaged', text: 'dossier.fileDamagedText' },
  gone: { icon: IconFileOff, title: 'dossier.fileGone', text: 'dossier.fileGoneText' },
} as const;

interface AbsentDocumentProps {
  readonly where: WhereFileIs & { readonly place: Exclude<FilePlace, 'here'> };
}

/** In the place of a file that is not on this laptop: where it is, and the way to have it now. */
export function AbsentDocument({ where: { place, isOffline, fetchNow } }: AbsentDocumentProps) {
  const { t } = useTranslation();
  const { icon, title, text } = WORDS[isOffline && place !== 'gone' ? 'offline' : place];
  const action = <Button onClick={fetchNow}>{t('dossier.fetchNow')}</Button>;
  return (
    <EmptyState icon={icon} title={t(title)} {...(place === 'gone' ? {} : { action })}>
      {t(text)}
    </EmptyState>
  );
}
