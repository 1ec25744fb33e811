import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { templatesUsing } from '../../../shared/domain/contract-tags.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { ContractTagId } from '../../../shared/records/primitives.js';
import { ownTagsOf } from '../../data/contract-desk.js';
import { changesTo } from '../../data/edit-record.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import classes from './contract-section.module.css';
import { ContractTagDialog } from './contract-tag-dialog.js';

type Tag = ReturnType<typeof ownTagsOf>[number];

/** G-11: the organisation's own tags. One that a template uses cannot be deleted, and the templates are named. */
export function ContractTagSection({ allowed }: { readonly allowed: boolean }) {
  const { t } = useTranslation();
  const tags = useRoster(ownTagsOf);
  const [editing, setEditing] = useState<ContractTagId | 'new' | null>(null);
  return (
    <section className={classes['tags']} aria-labelledby="own-tags">
      <h2 id="own-tags">{t('settings.ownTags')}</h2>
      <p>{t('settings.ownTagsHint')}</p>
      <ul>
        {tags.map((tag) => (
          <Row
            key={tag.id}
            tag={tag}
            allowed={allowed}
            onEdit={() => {
              setEditing(tag.id);
            }}
          />
        ))}
      </ul>
      <Button
        leftSection={<IconPlus {...icon} />}
        disabled={!allowed}
        onClick={() => {
          setEditing('new');
        }}
      >
        {t('settings.addOwnTag')}
      </Button>
      <ContractTagDialog
        editing={editing}
        onClose={() => {
          setEditing(null);
        }}
      />
    </section>
  );
}

interface RowProps {
  readonly tag: Tag;
  readonly allowed: boolean;
  readonly onEdit: () => void;
}

function Row({ tag, allowed, onEdit }: RowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { remove, usedBy } = useDeleteTag(tag);
  const { name, label, preset } = tag;
  return (
    <li className={classes['row']}>
      <b>{label}</b>
      <code>{`{${name}}`}</code>
      <span>{preset}</span>
      <Button size="xs" disabled={!allowed} aria-label={t('settings.editTagNamed', { label })} onClick={onEdit}>
        {t('common.edit')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        disabled={!allowed}
        aria-label={t('settings.deleteTagNamed', { label })}
        onClick={() => void remove()}
      >
        {t('settings.deleteTag')}
      </Button>
      {usedBy.length === 0 ? null : (
        <div role="alert">
          <FieldError>
            {t('settings.tagInUse', { tag: `{${name}}`, templates: formats.list(usedBy), count: usedBy.length })}
          </FieldError>
        </div>
      )}
    </li>
  );
}

function useDeleteTag({ id, name, label }: Tag) {
  const { t } = useTranslation();
  const session = useSession();
  const [refused, setRefused] = useState(false);
  const select = useCallback((roster: Roster) => templatesUsing(roster.contractTemplates.values(), name), [name]);
  const using = useRoster(select);
  const remove = async (): Promise<void> => {
    setRefused(using.length > 0);
    if (using.length > 0) return;
    const record = await session.edit('contractTag', id);
    if (record === null) return;
    const saved = await session.commit({
      action: 'delete-contract-tag',
      changes: changesTo(record, { deleted: true }),
    });
    if (saved.ok) {
      showToast({ text: t('settings.tagDeleted', { label }), undo: () => session.undo(saved.value) });
    } else showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
  };
  return { remove, usedBy: refused ? using.map(({ title }) => title) : [] };
}
