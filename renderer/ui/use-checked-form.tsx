import { useForm, type FormErrors, type UseFormReturnType } from '@mantine/form';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey, Translate } from '../../shared/i18n/translate.js';
import { FieldError } from './field-error.js';

/** What is wrong with a form, by the path of the field (`title`, `questions.0.text`), in words of the catalogue. */
export type Problems = Readonly<Record<string, MessageKey>>;

interface CheckedFormOptions<Values> {
  readonly initialValues: Values;
  /** Pure; empty when the form may be saved. */
  readonly check: (values: Values) => Problems;
  readonly onChange?: (values: Values) => void;
}

/** What Mantine hands out, whose own type says nothing of it. */
interface FieldInput {
  readonly onChange: (value: unknown) => void;
  readonly error?: unknown;
}

interface FieldProps {
  readonly onChange: (value: unknown) => void;
  readonly error: ReactNode;
}

export interface CheckedForm<Values extends Record<string, unknown>> {
  readonly form: UseFormReturnType<Values>;
  /** Value, change and error of one field, for any input of the kit. */
  readonly field: (path: string, type?: 'input' | 'checkbox') => FieldProps;
  /** For the form's `onSubmit`: saves what is right, else puts the cursor into the first field that is wrong. */
  readonly submit: (save: (values: Values) => void) => (event?: SubmitEvent<HTMLFormElement>) => void;
}

/** A form that says in words, beside the field, what is wrong; what was typed stays. */
export function useCheckedForm<Values extends Record<string, unknown>>(
  options: CheckedFormOptions<Values>,
): CheckedForm<Values> {
  const { t } = useTranslation();
  const { initialValues, check, onChange } = options;
  const form = useForm<Values>({
    initialValues,
    validate: (values) => inWords(check(values), t),
    ...(onChange === undefined ? {} : { onValuesChange: onChange }),
  });
  return {
    form,
    field(path, type = 'input') {
      const input: FieldInput = form.getInputProps(path, { type });
      const { error, ...props } = input;
      return { ...props, error: typeof error === 'string' ? <FieldError>{error}</FieldError> : null };
    },
    submit: (save) =>
      form.onSubmit(save, (errors) => {
        form.getInputNode(Object.keys(errors)[0] ?? '')?.focus();
      }),
  };
}

function inWords(problems: Problems, t: Translate): FormErrors {
  return Object.fromEntries(Object.entries(problems).map(([path, key]) => [path, t(key)]));
}
