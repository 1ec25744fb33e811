import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { letterMayBecome, waitsForPost } from '../../shared/domain/letter-state.js';
import type { LetterState } from '../../shared/records/letter.js';
import type { LetterId } from '../../shared/records/primitives.js';
import type { LetterAct } from '../state/letter-request.js';
import { icon } from './icon-props.js';

interface LetterCommandsProps {
  readonly letters: readonly { readonly id: LetterId; readonly state: LetterState }[];
  readonly onAct: (act: LetterAct, letterIds: readonly LetterId[]) => void;
  /** With the number of letters on each button. */
  readonly counted?: boolean;
}

/** What can be done with letters, each for those for whom it means something (R44). */
export function LetterCommands({ letters, onAct, counted = false }: LetterCommandsProps) {
  const { t } = useTranslation();
  const all = letters.map(({ id }) => id);
  const to = (state: LetterState) => letters.filter((one) => letterMayBecome(one.state, state)).map(({ id }) => id);
  const [toPost, toDiscard] = [to('posted'), to('discarded')];
  const waiting = letters.some(({ state }) => waitsForPost(state));
  return (
    <>
      <Button
        variant={waiting ? 'filled' : 'default'}
        leftSection={<IconPrinter {...icon} />}
        onClick={() => {
          onAct('print', all);
        }}
      >
        {counted ? t('letters.printMany', { count: all.length }) : t('letters.print')}
      </Button>
      <Button
        onClick={() => {
          onAct('save', all);
        }}
      >
        {t('letters.savePdf')}
      </Button>
      {toPost.length === 0 ? null : (
        <Button
          onClick={() => {
            onAct('posted', toPost);
          }}
        >
          {counted ? t('letters.markPostedMany', { count: toPost.length }) : t('letters.markPosted')}
        </Button>
      )}
      {toDiscard.length === 0 ? null : (
        <Button
          variant="subtle"
          onClick={() => {
            onAct('discarded', toDiscard);
          }}
        >
          {counted ? t('letters.discardMany', { count: toDiscard.length }) : t('letters.discard')}
        </Button>
      )}
    </>
  );
}
