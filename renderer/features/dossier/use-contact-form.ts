import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanContact, type ContactField, type ContactProblem } from '../../../shared/domain/contact-details.js';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import type { Person } from '../../../shared/records/person.js';
import { changesTo, type EditableRecord } from '../../data/edit-record.js';
import { phoneReader } from '../../data/phone-number.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { nameOf } from './name-of.js';
import { useAddressField, type AddressField } from './use-address-field.js';

export type EditablePerson = EditableRecord<'person'>;
type Values = Pick<Person, ContactField | 'language'>;

export interface ContactForm {
  readonly values: Values;
  readonly address: AddressField;
  readonly problems: readonly ContactProblem[];
  readonly stop: ErrorCode | null;
  readonly saving: boolean;
  readonly change: <Field extends keyof Values>(field: Field, value: Values[Field]) => void;
  /** What a field says now, when somebody changed it since the form was opened and it is not what was typed; else null. */
  readonly changedMeanwhile: (field: ContactField) => string | null;
  readonly save: () => Promise<void>;
}

/** Contact details being changed, knowing what was seen: nobody's edit is overwritten unseen. */
export function useContactForm(
  opened: EditablePerson,
  { person: now, address: addressNow }: { readonly person: Person; readonly address: string },
  onSaved: () => void,
): ContactForm {
  const { t } = useTranslation();
  const session = useSession();
  const { zone } = useFormats();
  const [values, setValues] = useState<Values>(opened.fields);
  const address = useAddressField(addressNow);
  const [problems, setProblems] = useState<readonly ContactProblem[]>([]);
  const [stop, setStop] = useState<ErrorCode | null>(null);
  const [saving, setSaving] = useState(false);
  const seen = useRef(opened); // with the stamps that the next save replaces

  const save = async (): Promise<void> => {
    const { language } = values;
    const clean = cleanContact(values, phoneReader(zone));
    setProblems(clean.ok ? [] : clean.problems);
    const fits = address.check();
    if (!clean.ok || !fits) return;
    const changes = [...changesTo(seen.current, { ...clean.value, language }), ...address.changes(session, opened.id)];
    if (changes.length === 0) {
      onSaved();
      return;
    }
    setSaving(true);
    const answer = await session.commit({ action: 'edit-person', changes });
    if (answer.ok) {
      showToast({
        text: t('dossier.contactSaved', { name: nameOf(clean.value) }),
        undo: () => session.undo(answer.value),
      });
      onSaved();
      return;
    }
    // Shown beside what was typed; saving once more then replaces what was seen here.
    if (answer.code === 'commit/stale') seen.current = (await session.edit('person', opened.id)) ?? seen.current;
    setStop(answer.code);
    setSaving(false);
  };
  return {
    values,
    address,
    problems,
    stop,
    saving,
    change(field, value) {
      setValues((before) => ({ ...before, [field]: value }));
      setProblems((before) => before.filter((problem) => problem.field !== field));
    },
    changedMeanwhile: (field) =>
      now[field] === opened.fields[field] || now[field] === values[field] ? null : now[field],
    save,
  };
}
