import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, type ComponentType } from 'react';
import type { MailAsideProps } from './mail-action.js';
import type { OpenedAction } from './use-mail-action.js';

/** Milliseconds without a key: every letter would show the mail anew. */
const PAUSE = 250;

interface MailNowProps<Fields> {
  readonly Aside: ComponentType<MailAsideProps>;
  readonly control: OpenedAction<Fields>;
}

/** What stands beside the mail while it is written: the plan as it would be made now. */
export function MailNow<Fields>({ Aside, control }: MailNowProps<Fields>) {
  const { own, planNow, selection, noFiles } = control;
  const { form, fields } = own;
  const typed = useMemo(() => ({ form, fields, selection, planNow }), [form, fields, selection, planNow]);
  const [settled] = useDebouncedValue(typed, PAUSE);
  const plan = useMemo(() => settled.planNow(), [settled]);
  return <Aside plan={plan} selection={settled.selection} noFiles={noFiles} />;
}
