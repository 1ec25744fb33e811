import { useTranslation } from 'react-i18next';
import { foldClassification, type Classification } from '../../../shared/domain/classification.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { RANKINGS, REFERENCE_CHECKS, type Ranking } from '../../../shared/records/application.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { useClassify } from '../../data/use-classify.js';
import { useSession } from '../../data/use-session.js';
import { useShortcut } from '../../state/shortcuts.js';
import { showToast } from '../../state/ui-store.js';
import { classificationWords } from '../../ui/classification-words.js';
import { DataList } from '../../ui/data-list.js';
import { REFERENCE_WORDS } from '../../ui/reference-words.js';
import { ValueMenu } from '../../ui/value-menu.js';
import classes from './dossier.module.css';
import type { Shown } from './shown.js';

interface ClassificationRowsProps {
  readonly applicationId: ApplicationId;
  readonly application: Shown['dossier']['applications'][number];
}

/** G-7: *Ranking* and *Reference check*, each changed where it stands; the ranking by a key too. */
export function ClassificationRows({ applicationId, application }: ClassificationRowsProps) {
  const { t } = useTranslation();
  const { ranking, referenceCheck } = foldClassification(application.events);
  const set = useSet(applicationId);
  return (
    <div className={classes['classification']}>
      {[...RANKINGS, null].map((one) => (
        <RankingKey key={one ?? 'none'} ranking={one} run={() => void set({ ranking: one })} />
      ))}
      <DataList
        rows={[
          {
            term: t('common.ranking'),
            value: (
              <ValueMenu
                label={t('common.ranking')}
                value={String(ranking ?? 'none')}
                options={[...RANKINGS, null].map((one) => ({
                  value: String(one ?? 'none'),
                  label: one === null ? t('common.rankingNone') : one.toString(),
                }))}
                onChange={(value) => void set({ ranking: RANKINGS.find((one) => one.toString() === value) ?? null })}
              />
            ),
          },
          {
            term: t('common.referenceCheck'),
            value: (
              <ValueMenu
                label={t('common.referenceCheck')}
                value={referenceCheck ?? 'none'}
                options={[...REFERENCE_CHECKS, 'none' as const].map((one) => ({
                  value: one,
                  label: t(REFERENCE_WORDS[one]),
                }))}
                onChange={(value) => void set({ referenceCheck: value === 'none' ? null : value })}
              />
            ),
          },
        ]}
      />
    </div>
  );
}

interface RankingKeyProps {
  readonly ranking: Ranking | null;
  readonly run: () => void;
}

function RankingKey({ ranking, run }: RankingKeyProps) {
  const { t } = useTranslation();
  useShortcut({ keys: String(ranking ?? 0), label: classificationWords(t, { ranking }), scope: 'page', run });
  return null;
}

function useSet(applicationId: ApplicationId) {
  const { t } = useTranslation();
  const session = useSession();
  const classify = useClassify();
  return async (to: Partial<Classification>): Promise<void> => {
    const saved = await classify([applicationId], to);
    if (saved.ok) showToast({ text: classificationWords(t, to), undo: () => session.undo(saved.value) });
    else if (saved.code !== 'commit/empty') showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
  };
}
