import { useTranslation } from 'react-i18next';
import { parseStamp } from '../../../shared/changes/clock.js';
import { neededFor } from '../../../shared/domain/refuse-write.js';
import { hasRight } from '../../../shared/domain/rights.js';
import type { ChangeAuthor } from '../../../shared/host/change-author.js';
import { InterviewIdSchema, type RecruiterId } from '../../../shared/records/primitives.js';
import type { StampedValue } from '../../data/roster/field-conflicts.js';
import { useRights } from '../../data/use-rights.js';
import { useSession } from '../../data/use-session.js';
import { requestMeeting } from '../../state/meeting-request.js';
import { useFormats } from '../../ui/formats.js';
import type { Question } from './open-conflicts.js';
import { QuestionRow, Side, SideButton } from './question-row.js';
import { useSettle } from './use-settle.js';
import { valueWords } from './value-words.js';

interface FieldQuestionRowProps {
  readonly question: Extract<Question, { kind: 'field' }>;
  readonly name: string;
  readonly authors: ReadonlyMap<string, ChangeAuthor | null>;
}

/** A field with what each laptop wrote. The other time of an interview is chosen where people are told of it. */
export function FieldQuestionRow({ question, name, authors }: FieldQuestionRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const { roster } = session;
  const { saving, choose } = useSettle();
  const rights = useRights();
  const { conflict, look } = question;
  const { table, id, dossier, field, standing, others, heads } = conflict;
  const word = t(look.word);
  const set = { kind: 'set', table, id, dossier, field, value: null, before: null, replaces: heads } as const;
  const may = neededFor({ action: look.action, changes: [set] }).every((right) => hasRight(rights, right));
  const spoken = (label: string, value: StampedValue): string => `${label}: ${name}, ${word}, ${inWords(value)}`;
  const inWords = ({ value }: StampedValue): string =>
    valueWords(value, look.as, { t, formats, roster: roster.current() }) || t('sync.empty');
  const said = ({ stamp }: StampedValue): string => {
    const author = authors.get(stamp);
    const who = roster.current().recruiters.get((author?.by ?? '') as RecruiterId)?.name ?? t('sync.somebody');
    return `${who} · ${formats.dateTimeFrom(session.now(), author?.at ?? parseStamp(stamp).ms)}`;
  };
  const button = (label: string, value: StampedValue, onClick: () => void) =>
    may ? <SideButton label={label} spoken={spoken(label, value)} disabled={saving} onClick={onClick} /> : null;
  return (
    <QuestionRow word={word}>
      <Side
        stands
        said={said(standing)}
        action={button(t('sync.keep'), standing, () => void choose(question, standing))}
      >
        <bdi>{inWords(standing)}</bdi>
      </Side>
      {others.map((other) => (
        <Side
          key={other.stamp}
          stands={false}
          said={said(other)}
          action={
            table === 'interview'
              ? button(t('interview.edit'), other, () => {
                  requestMeeting([InterviewIdSchema.parse(id)]);
                })
              : button(t('sync.use'), other, () => void choose(question, other))
          }
        >
          <bdi>{inWords(other)}</bdi>
        </Side>
      ))}
    </QuestionRow>
  );
}
