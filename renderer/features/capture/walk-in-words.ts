import { useTranslation } from 'react-i18next';
import { instantAt } from '../../../shared/lib/time.js';
import { useWalkIn } from '../../state/slot-request.js';
import { useFormats } from '../../ui/formats.js';

/** Which slot waits for whoever is captured now; null where none does. */
export function useWalkInWords(): string | null {
  const { t } = useTranslation();
  const formats = useFormats();
  const { slot } = useWalkIn();
  if (slot === null) return null;
  return t('slots.held', { when: formats.dateTime(instantAt(formats.zone, slot.date, slot.time)) });
}
