import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RANKINGS, REFERENCE_CHECKS } from '../../../shared/records/application.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { tagIcon } from '../../ui/icon-props.js';
import { REFERENCE_WORDS } from '../../ui/reference-words.js';
import { useClassifyShown } from './use-classify-shown.js';

/** C12: *Ranking* and *Reference check* for all who are ticked, beside the list Further progress and not in it (R2). */
export function ClassifyMenu({ ticked }: { readonly ticked: readonly ApplicationId[] }) {
  const { t } = useTranslation();
  const classify = useClassifyShown();
  return (
    <Menu position="top-start" withinPortal={false}>
      <Menu.Target>
        <Button variant="subtle" rightSection={<IconChevronDown {...tagIcon} />}>
          {t('common.ranking')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('common.ranking')}>
        <Menu.Label>{t('common.ranking')}</Menu.Label>
        {[...RANKINGS, null].map((ranking) => (
          <Menu.Item key={ranking ?? 'none'} onClick={() => void classify(ticked, { ranking })}>
            {ranking === null ? t('common.rankingNone') : t('applications.ranked', { value: ranking })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('common.referenceCheck')}</Menu.Label>
        {[...REFERENCE_CHECKS, null].map((referenceCheck) => (
          <Menu.Item key={referenceCheck ?? 'none'} onClick={() => void classify(ticked, { referenceCheck })}>
            {t(REFERENCE_WORDS[referenceCheck ?? 'none'])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
