import { Button, Tabs } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/domain/progress-action.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { ERROR_WORDS, SAYS_WHAT_IS_SAVED } from '../../../shared/i18n/error-words.js';
import type { Message } from '../../../shared/records/message.js';
import type { ApplicationId, FileId, Language } from '../../../shared/records/primitives.js';
import type { Saved } from '../../data/commit.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { undoneWords } from '../../ui/undone-words.js';
import { AttachedSheet, type Paper } from './attached-sheet.js';
import { LetterColumn } from './letter-column.js';
import { MailColumn, type MailColumnProps, type ShownMail } from './mail-column.js';
import { PlanPeople } from './plan-people.js';
import classes from './plan-step.module.css';
import { namesOf } from './selection-of.js';
import { useColumnCount } from './use-column-count.js';
import type { PlanNotice } from './mail-action-steps.js';
import type { MailActionControl } from './use-mail-action.js';
import { WarningLines } from './warning-lines.js';
import { ConfirmBooking } from '../../ui/confirm-booking.js';

interface PlanStepProps {
  readonly control: MailActionControl;
  readonly step: Extract<MailActionControl['step'], { readonly kind: 'plan' }>;
  /** Which attachment lies over the plan; null while the plan itself is looked at. */
  readonly paper: Paper | null;
  readonly onPaper: (paper: Paper | null) => void;
  readonly onClose: () => void;
}

/** Who is in, who is out and why, and each mail as it will be sent, a column for each language. */
export function PlanStep({ control, step, paper, onPaper, onClose }: PlanStepProps) {
  const { plan } = control;
  const columns = useColumnCount();
  const [shown, setShown] = useState<string | null>(null);
  const byLanguage = useMemo(() => mailsByLanguage(plan, [...control.languages.keys()]), [plan, control.languages]);
  const edit = (purpose?: Message['purpose']): void => {
    control.goBack(purpose === 'reminder' ? 'details' : 'mail');
  };
  const columnProps = {
    shown,
    onEdit: edit,
    onFile: (application: ApplicationId, file: FileId) => {
      onPaper({ application, file });
    },
    noFiles: control.noFiles,
    ...(control.audience === 'each' ? { subjectOf: namesOf(step.selection) } : {}),
  };
  const language = languageOf(byLanguage, shown) ?? [...byLanguage.keys()][0] ?? null;
  return (
    <div className={classes['step']}>
      {step.notice === null ? null : (
        <Notice notice={step.notice} written={control.words.written} onUndo={control.undoPart} />
      )}
      {plan === null ? null : (
        <WarningLines
          plan={plan}
          selection={step.selection}
          onLeaveOut={(applicationIds) => {
            control.form.setTicked(applicationIds, false);
          }}
        />
      )}
      {control.booking.isOne ? (
        <div className={classes['confirm']}>
          <ConfirmBooking booking={control.booking} />
        </div>
      ) : null}
      {paper === null ? (
        <div className={classes['columns']} data-mails={byLanguage.size > columns ? 1 : byLanguage.size}>
          <PlanPeople control={control} selection={step.selection} shown={shown} onShow={setShown} onClose={onClose} />
          {byLanguage.size <= columns ? (
            [...byLanguage].map(([one, mails]) => (
              <Column key={one} language={one} mails={mails} onShow={setShown} titled {...columnProps} />
            ))
          ) : (
            <MailTabs byLanguage={byLanguage} language={language} onShow={setShown} column={columnProps} />
          )}
        </div>
      ) : (
        <AttachedSheet
          included={plan?.included ?? []}
          shown={paper}
          onShow={(next) => {
            onPaper({ application: next, file: null });
            setShown(next);
          }}
          onBack={() => {
            onPaper(null);
          }}
        />
      )}
    </div>
  );
}

/** The mails of one language, or its letters. */
function Column(props: MailColumnProps) {
  return props.mails.some(({ letter }) => letter !== undefined) ? (
    <LetterColumn {...props} />
  ) : (
    <MailColumn {...props} />
  );
}

interface MailTabsProps {
  readonly byLanguage: ReadonlyMap<Language, readonly ShownMail[]>;
  readonly language: Language | null;
  readonly onShow: (key: string | null) => void;
  readonly column: Omit<MailColumnProps, 'language' | 'mails' | 'onShow'>;
}

function MailTabs({ byLanguage, language, onShow, column }: MailTabsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Tabs
      className={classes['tabs'] ?? ''}
      value={language}
      onChange={(value) => {
        const mails = [...byLanguage].find(([one]) => one === value)?.[1];
        onShow(mails?.[0]?.key ?? null);
      }}
    >
      <Tabs.List>
        {[...byLanguage].map(([one, mails]) => (
          <Tabs.Tab key={one} value={one}>
            {t(LANGUAGE_WORDS[one])} <span className={classes['count']}>{formats.number(mails.length)}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {[...byLanguage].map(([one, mails]) => (
        <Tabs.Panel key={one} value={one}>
          {one === language ? <Column language={one} mails={mails} onShow={onShow} {...column} /> : null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

interface NoticeProps {
  readonly notice: PlanNotice;
  readonly written: MessageKey;
  readonly onUndo: MailActionControl['undoPart'];
}

/** Why the plan stands here again, with the way back for what was written of it. */
function Notice({ notice, written, onUndo }: NoticeProps) {
  const { t } = useTranslation();
  const [undoing, setUndoing] = useState(false);
  const saved = notice.kind === 'failed' ? notice.saved : null;
  const undo = async (of: Saved): Promise<void> => {
    setUndoing(true);
    showToast(undoneWords(t, await onUndo(of).finally(() => setUndoing(false))));
  };
  return (
    <div className={classes['notice']} role="alert">
      <IconAlertTriangle {...icon} />
      <p>{noticeText()}</p>
      {saved === null ? null : (
        <Button size="xs" loading={undoing} onClick={() => void undo(saved)}>
          {t('common.undo')}
        </Button>
      )}
    </div>
  );

  function noticeText(): string {
    if (notice.kind === 'changed') return t('progress.changed');
    const reason = t(ERROR_WORDS[notice.code]);
    if (notice.written.length === 0) return reason;
    // Of the others nothing may be claimed while that is not known, and nothing is left to say when all are saved.
    const others = SAYS_WHAT_IS_SAVED.has(notice.code) ? [] : [t('progress.othersNotWritten')];
    const words = t(written, { done: notice.written.length, total: notice.total });
    return [words, ...others, reason].join(' ');
  }
}

/** The columns, in the order in which the form has them. */
function mailsByLanguage(
  plan: Plan | null,
  languages: readonly Language[],
): ReadonlyMap<Language, readonly ShownMail[]> {
  const mails = new Map<Language, ShownMail[]>(languages.map((language) => [language, []]));
  for (const shown of plan === null ? [] : mailsOf(plan)) {
    const language = shown.letter?.letter.document.language ?? shown.messages[0]?.message.language;
    if (language !== undefined) mails.get(language)?.push(shown);
  }
  return new Map([...mails].filter(([, list]) => list.length > 0));
}

/** Each applicant's own, then what goes to others about them. */
function mailsOf({ included, joint }: Plan): readonly ShownMail[] {
  return [
    ...included.map((planned) => ({ ...planned, key: planned.applicationId })),
    ...(joint?.messages ?? []).map((message) => ({ key: message.id, applicationId: null, messages: [message] })),
  ];
}

function languageOf(byLanguage: ReadonlyMap<Language, readonly ShownMail[]>, shown: string | null): Language | null {
  for (const [language, mails] of byLanguage) {
    if (mails.some(({ key }) => key === shown)) return language;
  }
  return null;
}
