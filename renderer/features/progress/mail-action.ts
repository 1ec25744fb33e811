import type { ComponentType } from 'react';
import type { z } from 'zod';
import type { OfferedField } from '../../../shared/domain/merge-fields.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { Result } from '../../../shared/lib/result.js';
import type { HostClient } from '../../data/host-client.js';
import type { Ticks } from '../../../shared/domain/progress-actions/invite-group.js';
import type { MailPart } from '../../../shared/domain/plan-mail.js';
import type {
  Applicant,
  Plan,
  PlanContext,
  PlannedChange,
  PlanProblem,
  ProgressAction,
  FixedActionId,
  Selection,
} from '../../../shared/domain/progress-action.js';
import type { Language } from '../../../shared/records/primitives.js';
import type { Session } from '../../data/session.js';
import type { RichText } from '../../../shared/records/rich-text.js';
import type { MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';

/**
 * How an action of *Further progress* plugs into its one dialog: Details (its own fields), Email (the text in each
 * language), Check the plan, Done. Its plan in `shared/domain/progress-actions` gets the fields and the mail as one
 * input; everything else (drafts, ticks, problems beside their fields, commit, undo, the toast) is the dialog's.
 *
 * To add one: the plan and its entry in the registry; a description like this one; a line in `progress-host.tsx`.
 */
export interface MailAction<Fields extends object> {
  readonly action: ProgressAction<Fields & MailPart>;
  /** Of an own step, which one, as the organisation calls it (G-8). */
  readonly step?: { readonly id: string; readonly name: string };
  /** What a kept draft is read with; a draft of another shape is not used. */
  readonly draft: z.ZodType<Fields>;
  /** The fields as the form begins. */
  begin(selection: Selection, context: PlanContext): Fields;
  /** The step Details; null where the mail is all there is (nobody without an address is of any use then), or not even that. */
  readonly Form: ComponentType<ActionFormProps<Fields>> | null;
  /**
   * Which text the mail begins with; null: with these fields no mail goes, and the step is passed over. Null for an action that
   * never writes: without a form of its own it begins with its plan.
   */
  readonly template: ((fields: Fields) => MailTemplate | null) | null;
  /**
   * Who is written to, where it is somebody else about the applicants. Left out, each applicant is written to in their own
   * language, and whoever has no address is not.
   */
  readonly audience?: Audience<Fields>;
  /** Who is in of those selected, where more than the status and the ticks decide it. */
  whoIsIn?(selection: Selection, fields: Fields, ticks: Ticks, context: PlanContext): Selection;
  /** What of the dossiers goes out: read once when the dialog opens, stands over the fields, kept in no draft. */
  load?(selection: Selection, session: Session): Promise<Partial<Fields>>;
  /** What the texts become; mails unless said otherwise. */
  readonly medium?: Medium;
  /** What the mail's merge fields are offered from: those that have a source. */
  readonly mergeFields: readonly OfferedField[];
  /** What else is decided on the page of the mail. */
  readonly MailOption?: ComponentType<MailOptionProps<Fields>>;
  /** Beside the page of the mail: what goes out, as it stands while it is written. */
  readonly MailAside?: ComponentType<MailAsideProps>;
  /** Why no file goes along with these fields; null where those of the dossier go. */
  noFiles?(fields: Fields): MessageKey | null;
  /** The act itself, over the plan of its mails; without one the people and the vacancy stand there. */
  readonly PlanLine?: ComponentType<PlanLineProps<Fields>>;
  /** What becomes of one person, in the row of the plan; without one the address stands there. */
  readonly PlanRow?: ComponentType<PlanRowProps>;
  /**
   * Has the host make what the plan lacks while it lacks it (`contract-not-rendered`, `letter-not-rendered`); null where
   * there is nothing to make. What it answers stands over the fields from then on and is kept in no draft.
   */
  prepare?(
    selection: Selection,
    input: Fields & MailPart,
    context: PlanContext,
    host: HostClient,
  ): Promise<Result<Partial<Fields>, HostErrorCode>> | null;
  /** What else can be done with the same people while one problem of its own stands. */
  readonly instead?: { readonly of: PlanProblem['code']; readonly action: FixedActionId };
  readonly words: ActionWords;
}

/** Somebody else who reads about the applicants. */
export type Audience<Fields> =
  /** A mail about each of them, in one language. */
  | { readonly of: 'each'; readonly language: (fields: Fields) => Language }
  /** The plan's joint mails about all of them: how many read each language. */
  | { readonly of: 'all'; readonly languages: (fields: Fields) => ReadonlyMap<Language, number> };

export interface MailAsideProps {
  /** The plan as it would be made now, problems and all. */
  readonly plan: Plan;
  readonly selection: Selection;
  readonly noFiles: MessageKey | null;
}

/** A letter needs neither sender nor address, and is printed instead of sent (R44). */
export type Medium = 'mail' | 'letter';

export interface MailOptionProps<Fields> {
  readonly fields: Fields;
  /** Those of the plan that are about these fields, after *Next* was pressed. */
  readonly problems: readonly PlanProblem[];
  /** Contents in each language that somebody is written to in. */
  readonly variants: readonly RichText[];
  readonly onChange: (change: Partial<Fields>) => void;
}

export interface PlanLineProps<Fields> {
  readonly fields: Fields;
  readonly plan: Plan;
}

export interface PlanRowProps {
  readonly applicant: Applicant;
  /** Of this applicant. */
  readonly planned: PlannedChange;
  readonly plan: Plan;
}

export interface ActionFormProps<Fields> {
  readonly fields: Fields;
  /** The people as they are now. */
  readonly selection: Selection;
  /** Those of the plan that are about these fields, after *Next* was pressed. */
  readonly problems: readonly PlanProblem[];
  /** Whose tick the plan took away, and who was asked in there. */
  readonly ticks: Ticks;
  /** What a plan of them would know. */
  readonly contextNow: () => PlanContext;
  readonly onChange: (change: Partial<Fields>) => void;
}

/** Each with `count`, the people it is done for, and `mails`, what stands in the Outbox for it. */
export interface ActionWords {
  /** Heads those for whom it is done, after their number. */
  readonly included: MessageKey;
  /** The primary button: the act and the number. */
  readonly commit: MessageKey;
  readonly done: MessageKey;
  /** What a bulk that stopped half-way has saved: with `done` of `total`. */
  readonly written: MessageKey;
}
