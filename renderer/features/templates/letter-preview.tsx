import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { composeLetter } from '../../../shared/domain/compose-letter.js';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { Language } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useShowLetter } from '../../data/use-show-letter.js';
import { LetterPaper } from '../../ui/letter-paper.js';
import type { Sample } from './sample-values.js';
import classes from './templates-page.module.css';

interface LetterPreviewProps {
  readonly language: Language;
  readonly text: MailText;
  readonly sample: Sample;
}

const TYPING_PAUSE_MS = 250;

function organisationOf({ organisation }: Roster): Roster['organisation'] {
  return organisation;
}

/** The letter as it would be printed for a person of our invention: set by what sets the real ones. */
export function LetterPreview({ language, text, sample: { values } }: LetterPreviewProps) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const organisation = useRoster(organisationOf);
  const show = useShowLetter();
  const [settled] = useDebouncedValue(text, TYPING_PAUSE_MS);
  const name = [values['given-name'], values['family-name']].join(' ');
  const { document } = useMemo(() => {
    const { name: company = '', letterhead = '', zone = 'UTC' } = organisation ?? {};
    return composeLetter(settled, values, {
      language,
      date: dateIn(zone, session.now()),
      sender: { name: company, letterhead },
      recipient: { name, address: i18n.getFixedT(language)('templates.sampleAddress') },
      signature: [values['recruiter-name'] ?? '', company],
    });
  }, [settled, values, language, organisation, session, i18n, name]);
  return (
    <section className={classes['preview']} aria-labelledby="template-preview">
      <header>
        <h3 id="template-preview">{t('templates.preview')}</h3>
      </header>
      <p>{t('templates.sample', { name })}</p>
      <div className={classes['letter']}>
        {document === null ? null : <LetterPaper letter={document} show={show} />}
      </div>
    </section>
  );
}
