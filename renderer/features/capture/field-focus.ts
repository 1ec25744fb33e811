const FIELDS = 'input:not([type="file"], [type="hidden"], :disabled), textarea:not(:disabled)';

/** Puts the cursor into a field of the form by its name. */
export function focusField(form: HTMLFormElement | null, name: string): void {
  form?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
}

/** The field that follows in the form; of a radio group only the chosen or the first one counts, as for the Tab key. */
export function fieldAfter(form: HTMLElement, field: HTMLInputElement): HTMLElement | null {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)];
  const sameGroup = (other: Element): boolean =>
    other instanceof HTMLInputElement && field.type === 'radio' && other.type === 'radio' && other.name === field.name;
  const next = fields.slice(fields.indexOf(field) + 1).find((other) => !sameGroup(other));
  if (!(next instanceof HTMLInputElement) || next.type !== 'radio') return next ?? null;
  const chosen = fields.find((other) => other instanceof HTMLInputElement && other.name === next.name && other.checked);
  return chosen ?? next;
}
