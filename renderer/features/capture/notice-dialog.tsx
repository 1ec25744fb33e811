import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/records/primitives.js';
import { ConsentNotice } from '../../ui/consent-notice.js';
import { Dialog } from '../../ui/dialog.js';
import type { Stand } from './use-stand.js';

interface NoticeDialogProps {
  readonly opened: boolean;
  /** The candidate's, not the screen's. */
  readonly language: Language;
  readonly stand: Stand;
  readonly onClose: () => void;
}

/** What the person agrees to. */
export function NoticeDialog({ opened, language, stand, onClose }: NoticeDialogProps) {
  const { i18n } = useTranslation();
  const t = useMemo(() => i18n.getFixedT(language), [i18n, language]);
  const { organisation, until } = stand;
  return (
    <Dialog opened={opened} onClose={onClose} size={640} title={t('capture.notice.title')} lang={language}>
      <ConsentNotice language={language} organisation={organisation} until={until} />
    </Dialog>
  );
}
