import { Checkbox } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Applicant,
  ExclusionReason,
  Plan,
  PlannedChange,
  PlannedLetter,
  PlanWarningCode,
  Selection,
} from '../../../shared/domain/progress-action.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { concernsEverybody } from './concerns-everybody.js';
import { LongList } from './long-list.js';
import { PlanMarks } from './plan-marks.js';
import classes from './plan-people.module.css';
import { nameOf } from './selection-of.js';
import { useStatusWords } from './status-steps.js';
import type { MailActionControl } from './use-mail-action.js';
import { WayOut } from './way-out.js';

/** Pixels of a row with two lines. */
const IN_ROW = 51;
const OUT_ROW = 69;

interface PlanPeopleProps {
  readonly control: MailActionControl;
  readonly selection: Selection;
  readonly shown: string | null;
  readonly onShow: (application: ApplicationId) => void;
  readonly onClose: () => void;
}

/** Who gets a mail, each with a tick to spare them; below, always in sight, who does not and why (C33). */
export function PlanPeople({ control, selection, shown, onShow, onClose }: PlanPeopleProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { form, setTicked } = control.form;
  const count = control.plan?.included.length ?? 0;
  const reasons = useMemo(
    () => new Map(control.plan?.excluded.map(({ applicationId, reason }) => [applicationId, reason])),
    [control.plan],
  );
  const warnings = useMemo(() => warningsByApplication(control.plan), [control.plan]);
  const planned = useMemo(() => new Map(control.plan?.included.map((one) => [one.applicationId, one])), [control.plan]);
  const offered = selection.filter(({ applicationId }) => isOffered(reasons.get(applicationId)));
  const out = selection.filter(({ applicationId }) => !isOffered(reasons.get(applicationId)));
  return (
    <section className={classes['people']} aria-label={t('progress.recipient')}>
      <h3>
        <b>{formats.number(count)}</b> {t(control.words.included, { count })}
      </h3>
      {offered.length === 0 ? null : (
        <LongList items={offered} rowHeight={IN_ROW} keyOf={idOf} className={classes['in']}>
          {(applicant) => (
            <Included
              applicant={applicant}
              planned={planned.get(applicant.applicationId) ?? null}
              control={control}
              onClose={onClose}
              ticked={!form.unticked.has(applicant.applicationId)}
              shown={applicant.applicationId === shown}
              warnings={warnings.get(applicant.applicationId) ?? []}
              onTick={(ticked) => {
                setTicked([applicant.applicationId], ticked);
              }}
              onShow={() => {
                onShow(applicant.applicationId);
              }}
            />
          )}
        </LongList>
      )}
      {out.length === 0 ? null : (
        <>
          <h3 data-out>
            <b>{formats.number(out.length)}</b> {t('progress.leftOut', { count: out.length })}
          </h3>
          <LongList items={out} rowHeight={OUT_ROW} keyOf={idOf} className={classes['out']}>
            {(applicant) => (
              <div className={classes['row']} data-out>
                <b>{nameOf(applicant)}</b>
                <WayOut
                  applicant={applicant}
                  reason={reasons.get(applicant.applicationId) ?? 'unticked'}
                  control={control}
                  onClose={onClose}
                />
              </div>
            )}
          </LongList>
        </>
      )}
    </section>
  );
}

/** What concerns everybody is said once, above them all. */
function warningsByApplication(plan: Plan | null): ReadonlyMap<ApplicationId, readonly PlanWarningCode[]> {
  const codes = new Map<ApplicationId, readonly PlanWarningCode[]>();
  for (const warning of plan?.warnings ?? []) {
    if (plan === null || concernsEverybody(plan, warning)) continue;
    for (const id of warning.applicationIds) codes.set(id, [...(codes.get(id) ?? []), warning.code]);
  }
  return codes;
}

/** Those whose own tick decides stay where they are, ticked or not. */
function isOffered(reason: ExclusionReason | undefined): boolean {
  return reason === undefined || reason === 'unticked';
}

function idOf({ applicationId }: Applicant): string {
  return applicationId;
}

interface IncludedProps {
  readonly applicant: Applicant;
  /** Null while the tick is away. */
  readonly planned: PlannedChange | null;
  readonly control: MailActionControl;
  readonly onClose: () => void;
  readonly ticked: boolean;
  readonly shown: boolean;
  readonly warnings: readonly PlanWarningCode[];
  readonly onTick: (ticked: boolean) => void;
  readonly onShow: () => void;
}

function Included({ planned, control, onClose, ...rest }: IncludedProps) {
  const { PlanRow, plan } = control;
  const { applicant, ticked, shown, onTick } = rest;
  const { t } = useTranslation();
  const { person } = applicant;
  const name = nameOf(applicant);
  const steps = useStatusWords(planned);
  const own =
    PlanRow === null || plan === null || planned === null ? null : (
      <PlanRow applicant={applicant} planned={planned} plan={plan} />
    );
  const said =
    own === null && steps.length === 0 ? null : (
      <>
        <span className={classes['said']}>{own ?? steps.join(' · ')}</span>
        {own === null && planned !== null && !isWithoutMail(planned) ? <span>{person.email}</span> : null}
      </>
    );
  return (
    <div className={classes['row']} data-shown={shown || undefined} data-unticked={!ticked || undefined}>
      <Checkbox
        aria-label={t(control.mailOnly && control.audience === 'applicants' ? 'progress.writeTo' : 'progress.include', {
          name,
        })}
        checked={ticked}
        onChange={({ currentTarget }) => {
          onTick(currentTarget.checked);
        }}
      />
      {planned !== null && isWithoutMail(planned) ? (
        <WithoutMail planned={planned} control={control} onClose={onClose} said={said} {...rest} />
      ) : (
        <WithMail said={said} letter={planned?.letter ?? null} {...rest} />
      )}
      <small>{t(LANGUAGE_WORDS[person.language])}</small>
    </div>
  );
}

/** Also where another mail goes, of an interview that is off: that the mail itself does not must be seen. */
function isWithoutMail({ messages, letter, withoutMail = null }: PlannedChange): boolean {
  return (messages.length === 0 && letter === undefined) || withoutMail !== null;
}

/** What the action says of this person; null where it says nothing. */
interface Said {
  readonly said: ReactNode;
}

function WithMail({
  applicant,
  ticked,
  warnings,
  said,
  letter,
  onShow,
}: Pick<IncludedProps, 'applicant' | 'ticked' | 'warnings' | 'onShow'> &
  Said & { readonly letter: PlannedLetter | null }) {
  const { t } = useTranslation();
  const name = nameOf(applicant);
  return (
    <button
      type="button"
      disabled={!ticked}
      aria-label={t(letter === null ? 'progress.mailTo' : 'letters.letterTo', { name })}
      onClick={onShow}
    >
      <b>{name}</b>
      {said ?? <span>{letter?.letter.document.recipient.address.join(', ') ?? applicant.person.email}</span>}
      <PlanMarks applicant={applicant} codes={warnings} />
    </button>
  );
}

/** C33: it is done for this person all the same, and why no mail goes stands here. */
function WithoutMail({
  applicant,
  planned: { withoutMail = null },
  control,
  warnings,
  said,
  onClose,
}: Pick<IncludedProps, 'applicant' | 'control' | 'warnings' | 'onClose'> & Said & { readonly planned: PlannedChange }) {
  return (
    <div className={classes['without']}>
      <b>{nameOf(applicant)}</b>
      {said}
      {withoutMail === null ? null : (
        <WayOut applicant={applicant} reason={withoutMail} control={control} onClose={onClose} />
      )}
      <PlanMarks applicant={applicant} codes={warnings} />
    </div>
  );
}
