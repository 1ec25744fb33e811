import { useCallback, useMemo, useState } from 'react';
import type { MailPart } from '../../../shared/domain/plan-mail.js';
import { planAction } from '../../../shared/domain/progress-actions/registry.js';
import type { Plan, PlanContext, Selection } from '../../../shared/domain/progress-action.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { invariant } from '../../../shared/lib/assert.js';
import { useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { asJoined } from './counts-of.js';
import { languagesRead } from './languages-read.js';
import type { MailAction } from './mail-action.js';
import { mailPartOf } from './mail-form.js';
import { planContext, type PlanMeans } from './plan-context.js';
import type { MailDesk } from './use-mail-desk.js';
import type { ActionFormControl } from './use-mail-form.js';
import { usePreparation, type Preparation } from './use-preparation.js';

interface PlanSources<Fields> {
  readonly desk: MailDesk | null;
  readonly means: PlanMeans;
  /** What of the dossiers goes out; null until it is read. */
  readonly loaded: Partial<Fields> | null;
}

type FormParts<Fields> = Pick<ActionFormControl<Fields>, 'fields' | 'form' | 'template'>;

/**
 * The plan of the people being checked, made again only when they or the form change: it is what will be done. What it
 * lacks of the host's making is made at once.
 */
export function usePlan<Fields extends object>(
  spec: MailAction<Fields>,
  step: { readonly kind: string; readonly selection?: Selection },
  own: ActionFormControl<Fields> | null,
  { desk, means, loaded }: PlanSources<Fields>,
  onFailed: (code: HostErrorCode) => void,
) {
  const session = useSession();
  const { action } = spec;
  const isJoined = useSync().standing !== null;
  const [made, setMade] = useState<Partial<Fields> | null>(null);
  const inputFor = useCallback(
    (people: Selection, { fields, form, template }: FormParts<Fields>): Fields & MailPart => {
      const languages = template === null ? [] : [...languagesRead(spec, fields, people).keys()];
      return { ...fields, ...loaded, ...made, ...mailPartOf(form, languages) };
    },
    [spec, loaded, made],
  );
  const contextNow = useCallback((): PlanContext => {
    invariant(desk !== null, 'the form waits for the desk');
    return planContext(session, desk, means);
  }, [session, desk, means]);
  const planFor = useCallback(
    (people: Selection, parts: FormParts<Fields>): Plan => {
      const planned = planAction(action, people, inputFor(people, parts), contextNow());
      return isJoined ? asJoined(planned) : planned;
    },
    [action, inputFor, contextNow, isJoined],
  );
  const checked = step.kind === 'plan' ? (step.selection ?? null) : null;
  const form = own?.form ?? null;
  const fields = own?.fields ?? null;
  const template = own?.template ?? null;
  const plan = useMemo(
    () => (checked === null || form === null || fields === null ? null : planFor(checked, { fields, form, template })),
    [checked, form, fields, template, planFor],
  );
  const prepare = (): Preparation<Fields> => {
    if (checked === null || form === null || fields === null) return null;
    const input = inputFor(checked, { fields, form, template });
    return spec.prepare?.(checked, input, contextNow(), session.host) ?? null;
  };
  const preparing = usePreparation(plan, prepare, setMade, onFailed);
  return { plan, planFor, contextNow, preparing };
}
