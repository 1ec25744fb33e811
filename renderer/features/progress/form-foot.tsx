import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../state/shortcuts.js';
import { KeyHint } from '../../ui/key-hint.js';
import type { MailActionControl } from './use-mail-action.js';

interface FootProps {
  readonly control: MailActionControl;
}

/** What becomes of what is typed; a draft that was brought back says so, and so does a text that was kept. */
export function FormNote({ control }: FootProps) {
  const { t } = useTranslation();
  const { restored, ofAnotherTemplate, startOver } = control.form;
  const inMail = control.step.kind === 'mail';
  if (!inMail || !(restored || ofAnotherTemplate)) {
    return <p>{t(control.medium === 'letter' ? 'progress.letterDraftKept' : 'progress.draftKept')}</p>;
  }
  return (
    <p role="status">
      {t(ofAnotherTemplate ? 'progress.ofAnotherTemplate' : 'progress.restored')}{' '}
      <Anchor component="button" type="button" onClick={startOver}>
        {t('progress.startOver')}
      </Anchor>
    </p>
  );
}

/** On to the next step, which is named where it is the plan. */
export function FormActions({ control, onClose }: FootProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { step, ways, next, goBack } = control;
  const label = step.kind === ways.at(-1) ? t('common.stepPlan') : t('progress.next');
  useShortcut({ keys: 'Mod+Enter', label, scope: 'dialog', run: next });
  return (
    <>
      {step.kind === ways[0] ? (
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      ) : (
        <Button
          variant="subtle"
          onClick={() => {
            goBack();
          }}
        >
          {t('common.back')}
        </Button>
      )}
      <Button variant="filled" rightSection={<KeyHint keys="Mod+Enter" />} onClick={next}>
        {label}
      </Button>
    </>
  );
}
