import { Textarea } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { FieldMenu } from './field-menu.js';
import classes from './field-textarea.module.css';

interface FieldTextareaProps {
  readonly label: string;
  /** Of the menu of fields. */
  readonly insertLabel: string;
  /** The language of its words. */
  readonly lang: string;
  readonly fields: readonly { readonly name: string; readonly label: string }[];
  readonly value: string;
  readonly maxLength: number;
  readonly rows: number;
  readonly description?: ReactNode;
  readonly error: ReactNode;
  readonly onChange: (value: string) => void;
}

/** Plain lines with fields, which go in where the cursor was last. */
export function FieldTextarea(props: FieldTextareaProps) {
  const { label, insertLabel, lang, fields, value, maxLength, rows, description, error, onChange } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (tag: string): void => {
    const input = area.current;
    if (input === null) return;
    const at = input.selectionStart;
    onChange(`${value.slice(0, at)}${tag}${value.slice(input.selectionEnd)}`);
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(at + tag.length, at + tag.length);
    });
  };
  return (
    <div className={classes['field']}>
      <FieldMenu label={insertLabel} fields={fields} onInsert={insert} />
      <Textarea
        ref={area}
        label={label}
        lang={lang}
        spellCheck
        autosize
        minRows={rows}
        maxRows={rows + 6}
        maxLength={maxLength}
        value={value}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={description}
        error={error}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
        }}
      />
    </div>
  );
}
