import { ColorInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WideField } from '../../ui/form-page.js';
import type { CheckedForm } from '../../ui/use-checked-form.js';
import type { OrganisationValues } from './organisation-values.js';

interface AppearanceFieldsProps {
  readonly allowed: boolean;
  readonly field: CheckedForm<OrganisationValues>['field'];
}

/** How the organisation shows itself: on its letters, and on the pages that candidates and reviewers open (docs/adr/0060). */
export function AppearanceFields({ allowed, field }: AppearanceFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <WideField>
        <Textarea
          label={t('settings.letterhead')}
          description={t('settings.letterheadHint')}
          autosize
          minRows={3}
          maxRows={6}
          maxLength={500}
          disabled={!allowed}
          {...field('letterhead')}
        />
      </WideField>
      <ColorInput
        label={t('settings.accent')}
        description={t('settings.accentHint')}
        withEyeDropper={false}
        fixOnBlur={false} // what was typed stays, to be put right
        disabled={!allowed}
        {...field('accent')}
      />
    </>
  );
}
