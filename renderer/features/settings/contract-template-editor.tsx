import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkWording, type TemplateProblem } from '../../../shared/domain/contract-templates.js';
import { ownTagsOf } from '../../data/contract-desk.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useShortcut } from '../../state/shortcuts.js';
import { DockedBar } from '../../ui/docked-bar.js';
import { ButtonLink } from '../../ui/links.js';
import classes from './contract-template-editor.module.css';
import { ContractTemplateFields } from './contract-template-fields.js';
import { ContractTemplatePreview } from './contract-template-preview.js';
import { wordingOf, type ContractTemplateStart, type ContractTemplateValues } from './contract-template-values.js';
import { useMayAdminister } from './use-may-administer.js';
import { useSaveContractTemplate } from './use-save-contract-template.js';

const NOTHING: readonly TemplateProblem[] = [];

/** What is typed is kept as a draft until it is saved; a tag that does not exist keeps it from being saved (G-11). */
export function ContractTemplateEditor({ start }: { readonly start: ContractTemplateStart }) {
  const { t } = useTranslation();
  const { drafts } = useSession();
  const allowed = useMayAdminister();
  const tags = useRoster(ownTagsOf);
  const [values, setValues] = useState(start.draft ?? start.stored);
  const [restored, setRestored] = useState(start.draft !== null);
  const [checked, setChecked] = useState(false);
  const wording = useMemo(() => wordingOf(values), [values]);
  const own = tags.map(({ name }) => name);
  const problems = checkWording(wording, own);
  const { save, remove, saving } = useSaveContractTemplate(start);
  const change = (part: Partial<ContractTemplateValues>): void => {
    const typed = { ...values, ...part };
    setValues(typed);
    drafts.write(start.draftKey, typed);
  };
  const discard = (): void => {
    setValues(start.stored);
    setRestored(false);
    void drafts.clear(start.draftKey);
  };
  const submit = (): void => {
    setChecked(true);
    if (problems.length === 0) void save(values);
  };
  useShortcut(allowed ? { keys: 'Mod+S', label: t('common.save'), scope: 'page', run: submit } : null);
  return (
    <form
      className={classes['page']}
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes['columns']}>
        <ContractTemplateFields
          values={values}
          tags={tags}
          problems={checked ? problems : NOTHING}
          disabled={!allowed}
          onChange={change}
        />
        <ContractTemplatePreview values={values} wording={wording} tags={tags} />
      </div>
      <DockedBar label={t('settings.contracts')}>
        <p className={classes['note']}>{note()}</p>
        {restored && allowed ? (
          <Button variant="subtle" size="xs" onClick={discard}>
            {t('vacancies.discard')}
          </Button>
        ) : null}
        <span className={classes['end']} />
        {start.record === null ? null : (
          <Button variant="subtle" disabled={!allowed || saving} onClick={() => void remove()}>
            {t('settings.deleteContractTemplate')}
          </Button>
        )}
        <ButtonLink to="/settings/contracts" variant="subtle" onClick={() => void drafts.clear(start.draftKey)}>
          {t('common.cancel')}
        </ButtonLink>
        <Button type="submit" variant="filled" disabled={!allowed} loading={saving}>
          {t('common.save')}
        </Button>
      </DockedBar>
    </form>
  );

  function note(): string {
    if (!allowed) return t('settings.onlyAdministrators');
    return restored ? t('vacancies.restored') : t('settings.lawyerNote');
  }
}
