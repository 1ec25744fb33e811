import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { useShowLetter } from '../../data/use-show-letter.js';
import { requestLetters } from '../../state/letter-request.js';
import { DataList } from '../../ui/data-list.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { LetterCommands } from '../../ui/letter-commands.js';
import { LetterPaper } from '../../ui/letter-paper.js';
import { LetterStateLabel } from '../../ui/letter-state-label.js';
import { TextLink } from '../../ui/links.js';
import { SideDetail } from '../../ui/side-detail.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import classes from './letter-detail.module.css';
import type { ListedLetter } from './letter-rows.js';

interface LetterDetailProps {
  readonly row: ListedLetter;
  readonly onClose: () => void;
}

/** One letter beside the list: where it stands, what to do, and its pages. */
export function LetterDetail({ row, onClose }: LetterDetailProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { subject, state, statusNow, toName, address, vacancy, vacancyId, applicationId, language, writtenAt } = row;
  return (
    <SideDetail
      title={subject}
      onClose={onClose}
      state={
        <>
          <LetterStateLabel state={state} />
          {statusNow === null ? null : (
            <p data-warning>{t('letters.statusNow', { status: t(STATUS_LOOKS[statusNow].word) })}</p>
          )}
        </>
      }
      commands={<LetterCommands letters={[row]} onAct={requestLetters} />}
    >
      <DataList
        rows={[
          { term: t('outbox.recipient'), value: toName },
          { term: t('letters.address'), value: address === '' ? t('letters.noAddress') : address },
          {
            term: t('outbox.vacancy'),
            value: (
              <TextLink to="/vacancies/$vacancyId/applications/$applicationId" params={{ vacancyId, applicationId }}>
                {vacancy}
              </TextLink>
            ),
          },
          { term: t('outbox.language'), value: t(LANGUAGE_WORDS[language]) },
          { term: t('outbox.written'), value: formats.dateTime(writtenAt) },
        ]}
      />
      <Paper row={row} />
    </SideDetail>
  );
}

function Paper({ row: { id } }: { readonly row: ListedLetter }) {
  const { t } = useTranslation();
  const session = useSession();
  const show = useShowLetter();
  const loaded = useLoaded(useCallback(() => session.letters([id]), [session, id]));
  if (loaded.status === 'loading') return null;
  const [letter] = loaded.value;
  if (letter === undefined) return <p>{t('letters.gone')}</p>;
  return (
    <div className={classes['paper']}>
      <LetterPaper letter={letter.fields.document} show={show} />
    </div>
  );
}
