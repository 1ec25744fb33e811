import { ActionIcon } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowLetter } from '../../data/use-show-letter.js';
import { icon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { LetterPaper } from '../../ui/letter-paper.js';
import { PdfZoom } from '../../ui/pdf/pdf-zoom.js';
import classes from './mail-column.module.css';
import type { MailColumnProps } from './mail-column.js';
import { MailStepper } from './mail-stepper.js';

type LetterColumnProps = Omit<MailColumnProps, 'onFile'>;

/** The letters of one language, one at a time, as they will be printed: the very pages. */
export function LetterColumn({ language, mails, shown, onShow, onEdit, titled = false }: LetterColumnProps) {
  const { t } = useTranslation();
  const show = useShowLetter();
  const [zoom, setZoom] = useState(1);
  const asked = mails.findIndex(({ key }) => key === shown);
  const [kept, setKept] = useState(0);
  if (asked >= 0 && asked !== kept) setKept(asked); // looking at another column leaves this one where it was
  const at = asked >= 0 ? asked : Math.min(kept, mails.length - 1);
  const document = mails[at]?.letter?.letter.document;
  if (document === undefined) return null;
  const { name } = document.recipient;
  return (
    <section className={classes['column']} aria-label={t(LANGUAGE_WORDS[language])}>
      <header className={classes['head']}>
        {titled ? (
          <h3>
            {t(LANGUAGE_WORDS[language])} <span>{t('progress.people', { count: mails.length })}</span>
          </h3>
        ) : null}
        {mails.length === 1 && titled ? null : (
          <MailStepper
            name={name.split(' ')[0] ?? name}
            at={at}
            count={mails.length}
            onStep={(by) => {
              const next = mails[at + by];
              if (next !== undefined) onShow(next.key);
            }}
          />
        )}
        <span className={classes['toggle']} />
        <PdfZoom zoom={zoom} onZoom={setZoom} />
        <ActionIcon
          className={classes['edit'] ?? ''}
          size={28}
          aria-label={t('common.edit')}
          title={t('common.edit')}
          onClick={() => {
            onEdit?.();
          }}
        >
          <IconPencil {...icon} />
        </ActionIcon>
      </header>
      <LetterPaper letter={document} show={show} zoom={zoom} />
      <footer className={classes['foot']}>
        <IconPrinter {...icon} />
        <p>{t('progress.asPrintedNote')}</p>
      </footer>
    </section>
  );
}
