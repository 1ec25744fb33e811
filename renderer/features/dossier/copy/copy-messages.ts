import { foldLetter } from '../../../../shared/domain/letter-state.js';
import { foldDeliveries, stateAt } from '../../../../shared/domain/message-state.js';
import { readable } from '../../../../shared/domain/put-in-later.js';
import type { CopyBlock } from '../../../../shared/records/copy-document.js';
import type { LetterBlock, LetterLine } from '../../../../shared/records/letter.js';
import type { PersonRecords } from '../../../data/export/person-records.js';
import { isDeclined } from '../../../data/roster/is-declined.js';
import { laterWords } from '../../../data/use-later-words.js';
import { LETTER_STATE_WORDS } from '../../../ui/letter-state-label.js';
import { MESSAGE_STATE_WORDS, shownMessageState } from '../../../ui/message-state-label.js';
import { messageTitle } from '../../../ui/message-title.js';
import type { CopiedPerson } from './copied-person.js';
import { facts, heading, quotes, subheading } from './copy-blocks.js';

/** The mails and SMS of the dossier, word for word, and how far each of them came. */
export function messageBlocks({ dossier }: PersonRecords, copied: CopiedPerson): readonly CopyBlock[] {
  const { t, formats } = copied;
  if (dossier.messages.length === 0) return [];
  return [
    heading(t('dossier.messages')),
    ...dossier.messages.flatMap(({ fields, events }) => [
      subheading(messageTitle(t, fields) || '–'),
      ...facts([
        [t('data.copy.when'), formats.dateTimeFrom(0, fields.queuedAt)],
        [t('dossier.from'), mailbox(fields.from)],
        [t('dossier.recipient'), mailbox(fields.to)],
        [t('dossier.messageState'), stateWords({ fields, events }, copied)],
        [t('dossier.attachment'), fields.attachments.map(({ name }) => name).join('\n')],
      ]),
      ...quotes(readable(fields.text, laterWords(t, formats.language))),
    ]),
  ];
}

/** As the Outbox says it at this moment. */
function stateWords({ fields, events }: Stored, { t, roster, now }: CopiedPerson): string {
  const { queuedAt, holdUntil, purpose } = fields;
  const delivery = foldDeliveries(queuedAt, events);
  const state = stateAt({ ...delivery, holdUntil }, now);
  return t(MESSAGE_STATE_WORDS[shownMessageState(state, null, delivery.reason, purpose, isDeclined(roster, fields))]);
}

type Stored = Pick<PersonRecords['dossier']['messages'][number], 'fields' | 'events'>;

/** R42: the letters as they were set. */
export function letterBlocks({ dossier }: PersonRecords, { t, formats }: CopiedPerson): readonly CopyBlock[] {
  if (dossier.letters.length === 0) return [];
  return [
    heading(t('letters.title')),
    ...dossier.letters.flatMap(({ fields: { document, writtenAt }, events }) => [
      subheading(document.subject),
      ...facts([
        [t('data.copy.when'), formats.dateTimeFrom(0, writtenAt)],
        [t('dossier.from'), [document.sender.name, ...document.sender.address].join('\n')],
        [t('dossier.recipient'), [document.recipient.name, ...document.recipient.address].join('\n')],
        [t('dossier.messageState'), t(LETTER_STATE_WORDS[foldLetter(writtenAt, events).state])],
      ]),
      ...quotes([...document.blocks.map(blockText), ...document.signature].filter((line) => line !== '').join('\n')),
    ]),
  ];
}

function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => `– ${item.map(lineText).join('\n')}`).join('\n');
    case 'rule':
      return '';
    default:
      return block.lines.map(lineText).join('\n');
  }
}

function lineText(line: LetterLine): string {
  return line.map(({ text }) => text).join('');
}

function mailbox({ name, address }: { readonly name: string; readonly address: string }): string {
  return name === '' ? address : `${name} <${address}>`;
}
