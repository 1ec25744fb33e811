import { IconTableImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { icon } from '../../ui/icon-props.js';
import { ButtonLink } from '../../ui/links.js';
import { PageHead } from '../../ui/page-head.js';
import { DraftState } from './draft-state.js';

/** Where people are captured, whether what is typed is safe, and the way in for whole lists. */
export function CaptureHead({ fairLine }: { readonly fairLine: string }) {
  const { t } = useTranslation();
  return (
    <PageHead title={t('capture.title')} aside={fairLine}>
      <DraftState />
      <ButtonLink to="/import" leftSection={<IconTableImport {...icon} />}>
        {t('import.link')}
      </ButtonLink>
    </PageHead>
  );
}
